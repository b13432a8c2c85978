package licencehub.sharing.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import licencehub.sharing.Element;
import licencehub.sharing.Licence;
import licencehub.sharing.comparison.Comparison.Match;
import licencehub.sharing.type.LicenceType;
import org.jspecify.annotations.Nullable;

/**
 * The metadata inside a licence file held against the record (GB/T 36905, GB/T 36903). Holds no
 * value of either side.
 *
 * @param fields the metadata elements of one or both sides, then the items on the face the file
 *     states; what the file says besides is not about the licence
 */
public record FileComparison(List<Field> fields) {
  /**
   * @param name the Chinese name
   * @param lacking which side does not have it; null unless absent
   */
  public record Field(String name, Match match, @Nullable Side lacking) {}

  /** The two things compared. */
  public enum Side {
    FILE,
    RECORD
  }

  public FileComparison {
    fields = List.copyOf(fields);
  }

  /**
   * @param type tells what items mean and their short names; null where it is not known
   * @param entries of the file by name; several values for several holders
   */
  public static FileComparison of(
      Licence record, @Nullable LicenceType type, Map<String, List<String>> entries) {
    Comparison compared =
        Comparison.of(record, type, claims(record, type, entries), record.term().issuedOn());
    Map<String, Match> stated = new TreeMap<>();
    compared
        .fields()
        .forEach(it -> stated.merge(usual(type, it.name()), it.match(), FileComparison::worse));
    List<Field> fields = new ArrayList<>();
    for (Element each : Element.values()) {
      if (!stated.containsKey(each.zh()) && !each.values(record).isEmpty()) {
        fields.add(new Field(each.zh(), Match.ABSENT, Side.FILE));
      }
    }
    stated.forEach(
        (name, match) ->
            fields.add(new Field(name, match, match == Match.ABSENT ? Side.RECORD : null)));
    return new FileComparison(fields);
  }

  /** What both sides have and say differently. */
  public List<String> contradictions() {
    return fields.stream()
        .filter(it -> it.match() == Match.DIFFERENT)
        .map(Field::name)
        .sorted()
        .toList();
  }

  /** Whether the file says which licence it is, by identifier or number, and says it rightly. */
  public boolean namesTheLicence() {
    return fields.stream()
        .filter(it -> it.match() == Match.EQUAL)
        .anyMatch(
            it ->
                it.name().equals(Element.IDENTIFIER.zh()) || it.name().equals(Element.NUMBER.zh()));
  }

  /** The value of a metadata element by any of its names, if the file has exactly one. */
  public static Optional<String> value(Map<String, List<String>> entries, Element element) {
    List<String> values =
        entries.entrySet().stream()
            .filter(it -> Element.find(it.getKey()).filter(element::equals).isPresent())
            .flatMap(it -> it.getValue().stream())
            .map(String::strip)
            .filter(it -> !it.isEmpty())
            .distinct()
            .toList();
    return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
  }

  /** What the file says about the licence, by the names it uses; an empty end is none. */
  private static Map<String, String> claims(
      Licence record, @Nullable LicenceType type, Map<String, List<String>> entries) {
    Map<String, String> claims = new LinkedHashMap<>();
    entries.forEach(
        (name, values) -> {
          String value =
              values.stream().filter(it -> !it.isBlank()).collect(Collectors.joining("、"));
          boolean isEnd = usual(type, name).equals(Element.VALID_TO.zh());
          if (isKnown(record, type, usual(type, name)) && (isEnd || !value.isEmpty())) {
            claims.put(name, value.isEmpty() ? Element.WITHOUT_END : value);
          }
        });
    return claims;
  }

  private static String usual(@Nullable LicenceType type, String name) {
    return type == null ? Element.usualName(name) : type.usualName(name);
  }

  /** A field may stand in a file under two of its names: one of them wrong is wrong. */
  private static Match worse(Match one, Match other) {
    return one == Match.DIFFERENT || other == Match.DIFFERENT ? Match.DIFFERENT : one;
  }

  private static boolean isKnown(Licence record, @Nullable LicenceType type, String name) {
    return type == null
        ? Element.find(name).isPresent() || record.face().containsKey(name)
        : type.knows(name) || record.face().containsKey(name);
  }
}
