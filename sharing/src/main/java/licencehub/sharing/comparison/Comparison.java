package licencehub.sharing.comparison;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import licencehub.sharing.Element;
import licencehub.sharing.Licence;
import licencehub.sharing.Standing;
import licencehub.sharing.ValueKind;
import licencehub.sharing.Written;
import licencehub.sharing.type.LicenceType;
import org.jspecify.annotations.Nullable;

/**
 * Claimed fields held against a licence. Holds no value of either side, so that it may be logged
 * and answered as it is; who asks often enough can still guess, which is for the caller's quota to
 * prevent.
 *
 * @param fields by the names the claim used, in order
 * @param standing whether the licence holds on the day it was compared for
 */
public record Comparison(List<Field> fields, Standing standing) {
  /** One claimed field. */
  public record Field(String name, Match match) {}

  /** How a claimed field compares. */
  public enum Match {
    EQUAL,
    DIFFERENT,
    /** The licence does not have the field. */
    ABSENT
  }

  public Comparison {
    fields = List.copyOf(fields);
  }

  /**
   * Compares in every writing a value may have: widths, blanks, case, dates, thousands, citizen
   * numbers of 15 and 18 characters. A claimed holder is equal to any one of several, or to all of
   * them in any order, set apart by 、 or a comma.
   *
   * @param type tells what the fields mean and their short names; null where it is not known
   * @param claims by any name of a field
   * @param day the day the standing is for
   */
  public static Comparison of(
      Licence licence, @Nullable LicenceType type, Map<String, String> claims, LocalDate day) {
    List<Field> fields =
        new TreeMap<>(claims)
            .entrySet().stream()
                .map(it -> new Field(it.getKey(), match(licence, type, it.getKey(), it.getValue())))
                .toList();
    return new Comparison(fields, licence.standingOn(day));
  }

  /** As one answer; what is wrong stands before what is missing, both before the standing. */
  public CheckResult result() {
    if (fields.isEmpty()) {
      return CheckResult.NOTHING_CLAIMED;
    }
    if (has(Match.DIFFERENT)) {
      return CheckResult.PARTLY_WRONG;
    }
    if (has(Match.ABSENT)) {
      return CheckResult.INCOMPLETE;
    }
    return CheckResult.of(standing);
  }

  /** How a field compared, by the name the claim used. */
  public Optional<Match> match(String name) {
    return fields.stream().filter(it -> it.name().equals(name)).map(Field::match).findFirst();
  }

  private boolean has(Match match) {
    return fields.stream().anyMatch(it -> it.match() == match);
  }

  private static Match match(
      Licence licence, @Nullable LicenceType type, String field, String claim) {
    String name = type == null ? field : type.usualName(field);
    List<String> values = licence.values(name);
    if (values.isEmpty()) {
      return Match.ABSENT;
    }
    ValueKind kind = kind(type, name);
    boolean equal =
        values.stream().anyMatch(it -> Written.isSame(kind, it, claim))
            || (values.size() > 1 && allOf(values, kind, claim));
    return equal ? Match.EQUAL : Match.DIFFERENT;
  }

  private static boolean allOf(List<String> values, ValueKind kind, String claim) {
    List<String> claimed = List.of(claim.split("[、,，;；]"));
    return claimed.size() == values.size()
        && values.stream()
            .allMatch(it -> claimed.stream().anyMatch(e -> Written.isSame(kind, it, e)));
  }

  private static ValueKind kind(@Nullable LicenceType type, String name) {
    return type == null
        ? Element.find(name).map(Element::kind).orElse(ValueKind.TEXT)
        : type.kind(name);
  }
}
