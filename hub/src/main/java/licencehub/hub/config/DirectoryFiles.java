package licencehub.hub.config;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import licencehub.model.MalformedValue;
import licencehub.model.Text;
import licencehub.model.code.CreditCode;
import licencehub.schemas.Contracts;
import licencehub.sharing.directory.Contradiction;
import licencehub.sharing.directory.Directory;
import licencehub.sharing.item.ItemGuide;
import licencehub.sharing.type.LicenceType;
import licencehub.sharing.use.Grant;
import tools.jackson.databind.JsonNode;

/**
 * The directory of sharing 证照目录: {@code licence-types/}, {@code items/} and {@code grants/}. Any of
 * the folders may be missing: a hub without them exempts from nothing and grants nothing.
 */
final class DirectoryFiles {
  static final String TYPES = "licence-types";
  static final String ITEMS = "items";
  static final String GRANTS = "grants";

  private DirectoryFiles() {}

  /**
   * Reads and checks; what is wrong goes to the faults of the file it stands in.
   *
   * @param files the readable files of each folder
   */
  static Directory read(Map<String, Map<Path, Tree>> files) {
    List<LicenceType> types = new ArrayList<>();
    List<ItemGuide> guides = new ArrayList<>();
    List<Grant> grants = new ArrayList<>();
    String typeSchema = Contracts.licenceTypeSettings();
    each(
        files.getOrDefault(TYPES, Map.of()),
        typeSchema,
        it -> List.of(TypeReading.type(it)),
        types);
    each(
        files.getOrDefault(ITEMS, Map.of()),
        Contracts.itemSettings(),
        it -> List.of(GuideReading.guide(it)),
        guides);
    each(
        files.getOrDefault(GRANTS, Map.of()),
        Contracts.grantSettings(),
        DirectoryFiles::grants,
        grants);
    Directory directory = new Directory(types, guides, grants);
    List<Tree> all = files.values().stream().flatMap(it -> it.values().stream()).toList();
    // What could not be read would be missed by the others, and be said to be missing.
    if (all.stream().allMatch(it -> it.faults().isEmpty())) {
      Contradiction.of(directory).forEach(it -> note(it, all));
    }
    return directory;
  }

  private static <T> void each(
      Map<Path, Tree> files, String schema, Function<JsonNode, List<T>> make, List<T> all) {
    for (Tree file : files.values()) {
      SettingsCheck.check(schema, file);
      if (file.faults().isEmpty()) {
        try {
          all.addAll(make.apply(file.node()));
        } catch (MalformedValue e) {
          file.faults().add("", "", e);
        } catch (DateTimeException e) {
          file.wrong(
              Text.of("有日期不是真实的一天", "a date is no real day"),
              Text.of("日期写作 2026-11-21", "write dates as 2026-11-21"));
        }
      }
    }
  }

  private static List<Grant> grants(JsonNode file) {
    CreditCode organisation = new CreditCode(file.at("/organisation/code").asString());
    return file.path("grants")
        .valueStream()
        .map(it -> GrantReading.grant(organisation, it))
        .toList();
  }

  /** Notes it at the file that defines its subject. */
  private static void note(Contradiction it, List<Tree> files) {
    String subject = it.subject().replaceFirst(" .*", "");
    Optional<Tree> home = files.stream().filter(file -> defines(file.node(), subject)).findFirst();
    home.or(() -> files.stream().findFirst())
        .ifPresent(
            file ->
                file.faults()
                    .add(
                        it.subject(),
                        "",
                        it.text(),
                        Text.of("按提示改正", "correct it as the message says")));
  }

  private static boolean defines(JsonNode file, String subject) {
    return Stream.concat(
            Stream.of(file.path("code")),
            file.path("grants").valueStream().map(grant -> grant.path("id")))
        .anyMatch(it -> it.asString("").equals(subject));
  }
}
