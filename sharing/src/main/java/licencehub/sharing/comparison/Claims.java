package licencehub.sharing.comparison;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import licencehub.model.MalformedValue;
import licencehub.model.Text;
import licencehub.sharing.Element;
import licencehub.sharing.type.LicenceType;
import org.jspecify.annotations.Nullable;

/**
 * What somebody claims of a licence, by any names of its fields. Personal data: there is no text
 * form.
 *
 * @param fields 1 to {@value #MOST}
 */
public record Claims(Map<String, String> fields) {
  /** Fields of one comparison. */
  public static final int MOST = 50;

  private static final int LONGEST_NAME = 100;
  private static final int LONGEST = 1000;

  public Claims {
    fields = Map.copyOf(fields);
    boolean right = !fields.isEmpty() && fields.size() <= MOST;
    for (Map.Entry<String, String> it : fields.entrySet()) {
      right &= !it.getKey().isBlank() && it.getKey().length() <= LONGEST_NAME;
      right &= it.getValue().length() <= LONGEST;
    }
    if (!right) {
      throw wrong(
          Text.of(
              "应为1至" + MOST + "项，名称至多" + LONGEST_NAME + "字，内容至多" + LONGEST + "字",
              "must be 1 to "
                  + MOST
                  + " fields, names of "
                  + LONGEST_NAME
                  + " and values of "
                  + LONGEST
                  + " characters at the most"));
    }
  }

  /**
   * The same claims, each field once: several claims of one field would be several guesses.
   *
   * @param type tells the fields' names; null where it is not known
   * @throws MalformedValue when a field is claimed under two of its names
   */
  public Claims eachOnce(@Nullable LicenceType type) {
    Set<String> seen = new HashSet<>();
    Optional<String> twice =
        new TreeMap<>(fields)
            .keySet().stream()
                .filter(it -> !seen.add(type == null ? Element.usualName(it) : type.usualName(it)))
                .findFirst();
    if (twice.isPresent()) {
      throw wrong(Text.of("同一信息项写了两次", "claims one field under two names"));
    }
    return this;
  }

  private static MalformedValue wrong(Text rule) {
    return MalformedValue.hidden(
        Text.of("键 fields", "key fields"), rule, "{\"证照编号\": \"JY14403070001234\"}");
  }

  @Override
  public String toString() {
    return fields.size() + " claims";
  }
}
