package licencehub.sharing.type;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import licencehub.model.Fault;
import licencehub.model.MalformedValue;
import licencehub.model.Text;
import licencehub.model.code.ItemCode;
import licencehub.model.code.LicenceTypeCode;
import licencehub.model.event.LicenceStatus;
import licencehub.model.event.Organisation;
import licencehub.sharing.Element;
import licencehub.sharing.Licence;
import licencehub.sharing.Origin;
import licencehub.sharing.ValueKind;
import org.jspecify.annotations.Nullable;

/**
 * A licence type 证照类型: an entry of the directory (GB/T 36902-2018, C0123 as practised).
 *
 * @param origin whether the type code was read in a published source
 * @param definedBy the body whose credit code the type code begins with 证照定义机构
 * @param number how its numbers are built; null where there is no rule
 * @param statusCodes the status codes of its family, which differ from family to family; a code
 *     without an entry has no meaning here
 * @param face metadata elements and items in the order of its face 照面模板
 * @param serves items it may be used for 应用范围; empty for any
 */
public record LicenceType(
    LicenceTypeCode code,
    Text name,
    Origin origin,
    Organisation definedBy,
    HolderCategory holders,
    List<InformationItem> items,
    @Nullable NumberRule number,
    ValidityRule validity,
    Map<String, LicenceStatus> statusCodes,
    List<String> face,
    Set<ItemCode> serves) {
  public LicenceType {
    items = List.copyOf(items);
    statusCodes = Map.copyOf(statusCodes);
    face = List.copyOf(face);
    serves = Set.copyOf(serves);
    LicenceTypeCode.strict(code.text());
    if (!code.text().startsWith(definedBy.code().text())) {
      throw MalformedValue.of(
          Text.of("证照定义机构代码", "defining body's code"),
          definedBy.code().text(),
          Text.of("应为证照类型代码的前18位", "must be the first 18 characters of the type code"),
          code.text().substring(0, 18));
    }
    unique(items);
    for (String each : face) {
      if (find(items, each).isEmpty() && Element.find(each).isEmpty()) {
        throw MalformedValue.of(
            Text.of("照面项", "entry of the face"),
            each,
            Text.of("应为信息项或元数据的名称", "must name an item or a metadata element"),
            "证照编号");
      }
    }
  }

  /** An item by its name or its short name. */
  public Optional<InformationItem> item(String nameOrColumn) {
    return find(items, nameOrColumn);
  }

  /** What an issuer's status code means; empty for a code its family does not have. */
  public Optional<LicenceStatus> status(String statusCode) {
    return Optional.ofNullable(statusCodes.get(statusCode));
  }

  /** Whether it may be used for an item. */
  public boolean serves(ItemCode item) {
    return serves.isEmpty() || serves.stream().anyMatch(it -> it.covers(item));
  }

  /** Whether a field, by any of its names, is one of an item or a metadata element. */
  public boolean knows(String field) {
    return item(field).isPresent() || Element.find(field).isPresent();
  }

  /** The name a field is exchanged by, however it was named; anything else as it is. */
  public String usualName(String field) {
    return item(field).map(InformationItem::name).orElseGet(() -> Element.usualName(field));
  }

  /** Every field by its usual name: those of the face in its order, then the others. */
  public List<String> allFields() {
    return Stream.of(
            face.stream().map(this::usualName),
            Arrays.stream(Element.values()).map(Element::zh),
            items.stream().map(InformationItem::name))
        .flatMap(it -> it)
        .distinct()
        .toList();
  }

  /** What the text in a field means; text where the field is not known. */
  public ValueKind kind(String field) {
    return item(field)
        .map(InformationItem::kind)
        .or(() -> Element.find(field).map(Element::kind))
        .orElse(ValueKind.TEXT);
  }

  /**
   * Everything about a licence that its type does not allow; empty when it conforms. Each fault
   * names the field by its place in a canonical event, and the value unless it may be personal.
   */
  public List<Fault> conformance(Licence licence) {
    return new Conformance(this, licence).faults();
  }

  private static Optional<InformationItem> find(List<InformationItem> items, String name) {
    for (InformationItem each : items) {
      if (each.name().equals(name) || each.column().equals(name)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  private static void unique(List<InformationItem> items) {
    Set<String> names = new HashSet<>();
    for (InformationItem each : items) {
      boolean isElement =
          Element.find(each.name()).isPresent() || Element.find(each.column()).isPresent();
      if (isElement || !names.add(each.name()) || !names.add(each.column())) {
        throw MalformedValue.of(
            Text.of("信息项", "item"),
            each.name(),
            Text.of(
                "名称或短名重复，或与元数据同名",
                "repeats a name or short name, of an item or a metadata element"),
            "经营项目 KZ_JYXM");
      }
    }
  }
}
