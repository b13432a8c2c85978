package licencehub.federation.exchange;

import java.util.HashSet;
import java.util.Set;
import licencehub.model.MalformedValue;
import licencehub.model.Text;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a hub asks another for.
 *
 * @param after place in the giver's ledger of the last event that was looked at; -1 for none
 * @param most steps, about
 * @param only places of those that are wanted, the others are but named; null for all
 */
public record PortionQuestion(long after, int most, @Nullable Set<Long> only) {
  private static final String AFTER = "after";
  private static final String MOST = "most";
  private static final String ONLY = "only";

  public PortionQuestion {
    only = only == null ? null : Set.copyOf(only);
  }

  /** Whether a step is wanted, and not only its name. */
  public boolean wants(long place) {
    return only == null || only.contains(place);
  }

  /** As it stands in a request: decision 0035. */
  public ObjectNode write() {
    ObjectNode json = JsonMapper.shared().createObjectNode().put(AFTER, after).put(MOST, most);
    if (only != null) {
      ArrayNode list = json.putArray(ONLY);
      only.stream().sorted().forEach(list::add);
    }
    return json;
  }

  /**
   * @throws MalformedValue when it is none
   */
  public static PortionQuestion read(JsonNode json) {
    Set<Long> only = null;
    if (json.has(ONLY)) {
      only = new HashSet<>();
      for (JsonNode each : json.path(ONLY)) {
        only.add(number(ONLY, each, 0));
      }
    }
    return new PortionQuestion(
        number(AFTER, json.path(AFTER), -1),
        (int) Math.min(number(MOST, json.path(MOST), 1), Integer.MAX_VALUE),
        only);
  }

  private static long number(String name, JsonNode it, int least) {
    if (!it.isIntegralNumber() || !it.canConvertToLong() || it.longValue() < least) {
      throw MalformedValue.of(
          Text.of("取办件的请求的 " + name, name + " of a request for cases"),
          it.toString(),
          Text.of("应为不小于" + least + "的整数", "must be a whole number from " + least + " on"),
          "{\"after\": -1, \"most\": 200}");
    }
    return it.longValue();
  }
}
