package licencehub.verification;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What stands on a licence file, from top to bottom; what is long goes on below. Personal data: the
 * text form is the heading.
 *
 * @param heading empty for none
 * @param subheading empty for none
 * @param fields values by their labels
 * @param remarks values by their labels, smaller, below a line
 * @param notes lines of small print
 */
public record OfdFace(
    String heading,
    String subheading,
    Map<String, String> fields,
    Map<String, String> remarks,
    List<String> notes) {
  public OfdFace {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    remarks = Collections.unmodifiableMap(new LinkedHashMap<>(remarks));
    notes = List.copyOf(notes);
  }

  /** Lines and nothing else. */
  public static OfdFace ofLines(List<String> lines) {
    return new OfdFace("", "", Map.of(), Map.of(), lines);
  }

  @Override
  public String toString() {
    return "OfdFace[" + heading + ']';
  }
}
