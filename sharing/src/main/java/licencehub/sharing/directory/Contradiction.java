package licencehub.sharing.directory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import licencehub.model.Text;
import licencehub.model.code.LicenceTypeCode;
import licencehub.sharing.Element;
import licencehub.sharing.item.Acceptance;
import licencehub.sharing.item.FieldRule;
import licencehub.sharing.item.ItemGuide;
import licencehub.sharing.item.RequiredDocument;
import licencehub.sharing.type.LicenceType;
import licencehub.sharing.use.Grant;

/**
 * One thing in the directory that cannot be meant.
 *
 * @param subject the type code, item code or grant id it stands in
 * @param text what is wrong and how to mend it
 */
public record Contradiction(String subject, Text text) {
  /** Every contradiction; empty when the directory is sound. */
  public static List<Contradiction> of(Directory directory) {
    List<Contradiction> found = new ArrayList<>();
    repeated(directory.types(), it -> it.code().text(), found);
    repeated(directory.guides(), it -> it.code() + " v" + it.version(), found);
    repeated(directory.grants(), Grant::id, found);
    directory.guides().forEach(it -> guide(it, directory, found));
    directory.grants().forEach(it -> grant(it, directory, found));
    return List.copyOf(found);
  }

  private static <T> void repeated(
      Collection<T> things, Function<T, String> key, List<Contradiction> found) {
    Set<String> seen = new TreeSet<>();
    things.stream()
        .map(key)
        .filter(it -> !seen.add(it))
        .distinct()
        .forEach(it -> found.add(of(it, "重复定义，只保留一个", "stands twice; keep one")));
  }

  private static void guide(ItemGuide guide, Directory directory, List<Contradiction> found) {
    for (RequiredDocument document : guide.documents()) {
      for (Acceptance acceptance : document.accepts()) {
        for (LicenceTypeCode code : acceptance.types()) {
          directory
              .type(code)
              .ifPresentOrElse(
                  it -> acceptance(guide, document, acceptance, it, found),
                  () -> found.add(unknownType(guide.code() + " " + document.code(), code)));
        }
      }
    }
  }

  private static void acceptance(
      ItemGuide guide,
      RequiredDocument document,
      Acceptance acceptance,
      LicenceType type,
      List<Contradiction> found) {
    String subject = guide.code() + " " + document.code();
    if (!type.serves(guide.code())) {
      found.add(
          of(
              subject,
              type.name().zh() + "的应用范围不含此事项，请修改其 serves 或去掉该类型",
              type.name().en() + " may not serve this item; widen its serves or drop the type"));
    }
    for (FieldRule rule : acceptance.fields()) {
      unknownField(subject, rule.field(), List.of(type), found);
    }
  }

  private static void grant(Grant grant, Directory directory, List<Contradiction> found) {
    List<LicenceType> types = new ArrayList<>();
    for (LicenceTypeCode code : grant.types()) {
      directory
          .type(code)
          .ifPresentOrElse(types::add, () -> found.add(unknownType(grant.id(), code)));
    }
    if (!types.isEmpty()) {
      grant.fields().forEach(it -> unknownField(grant.id(), it, types, found));
    }
  }

  private static void unknownField(
      String subject, String field, List<LicenceType> types, List<Contradiction> found) {
    if (Element.find(field).isEmpty() && types.stream().noneMatch(it -> it.knows(field))) {
      found.add(
          of(
              subject,
              "信息项“" + field + "”不在" + types.getFirst().name().zh() + "的目录中，请核对名称",
              "field \"" + field + "\" is none of " + types.getFirst().name().en() + "'s"));
    }
  }

  private static Contradiction unknownType(String subject, LicenceTypeCode code) {
    return of(
        subject,
        "证照类型 " + code + " 不在目录中，请先在 licence-types 中定义",
        "licence type " + code + " is not in the directory; define it in licence-types first");
  }

  private static Contradiction of(String subject, String zh, String en) {
    return new Contradiction(subject, Text.of(zh, en));
  }
}
