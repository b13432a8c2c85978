package licencehub.sharing.use;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import licencehub.model.event.Holder;
import licencehub.sharing.Element;
import licencehub.sharing.Licence;
import licencehub.sharing.Sensitivity;
import licencehub.sharing.type.InformationItem;
import licencehub.sharing.type.LicenceType;

/** What is shown of a licence, in the order of its face. Several holders are set apart by 、. */
public final class Disclosure {
  private Disclosure() {}

  /** The granted fields in clear, and nothing else. */
  public static Map<String, String> granted(Licence licence, LicenceType type, Set<String> fields) {
    Set<String> usual = fields.stream().map(type::usualName).collect(Collectors.toSet());
    return shown(licence, type.allFields().stream().filter(usual::contains).toList());
  }

  /** The whole face with everything personal masked: for lists, before any use is authorised. */
  public static Map<String, String> masked(Licence licence, LicenceType type) {
    Map<String, String> shown = shown(licence, type.allFields());
    for (InformationItem each : type.items()) {
      shown.computeIfPresent(each.name(), (name, it) -> each.sensitivity().mask(it));
    }
    boolean isPersons = licence.holders().stream().anyMatch(it -> it.code().type().isPerson());
    if (isPersons) {
      shown.computeIfPresent(
          Element.NUMBER.zh(), (name, number) -> Sensitivity.NUMBER.mask(number));
    }
    shown.computeIfPresent(Element.HOLDER.zh(), (name, it) -> names(licence));
    shown.computeIfPresent(Element.HOLDER_CODE.zh(), (name, it) -> codes(licence));
    return shown;
  }

  /** Of the granted fields, what is shown before they are asked for in clear. */
  public static Map<String, String> masked(Licence licence, LicenceType type, Set<String> fields) {
    Map<String, String> shown = masked(licence, type);
    shown.keySet().retainAll(fields.stream().map(type::usualName).collect(Collectors.toSet()));
    return shown;
  }

  private static Map<String, String> shown(Licence licence, List<String> fields) {
    Map<String, String> shown = new LinkedHashMap<>();
    for (String field : fields) {
      List<String> values = licence.values(field);
      if (!values.isEmpty()) {
        shown.put(field, String.join("、", values));
      }
    }
    return shown;
  }

  private static String names(Licence licence) {
    return licence.holders().stream().map(Holder::maskedName).collect(Collectors.joining("、"));
  }

  private static String codes(Licence licence) {
    return licence.holders().stream()
        .map(it -> it.code().masked())
        .collect(Collectors.joining("、"));
  }
}
