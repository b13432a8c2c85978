package licencehub.federation.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import licencehub.ledger.TlogProof;
import licencehub.model.MalformedValue;
import licencehub.model.Text;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a hub gives in one answer: of a stretch of its ledger, the steps that are for the asker.
 *
 * @param named places in the giver's ledger of all of them
 * @param given those of them that were asked for
 * @param next place in the giver's ledger up to which everything was looked at: what is asked for
 *     next comes after it
 * @param more whether there is more at once
 */
public record Portion(List<Long> named, List<Given> given, long next, boolean more) {
  public Portion {
    named = List.copyOf(named);
    given = List.copyOf(given);
  }

  /** Of an empty ledger. */
  public static Portion nothing(long after) {
    return new Portion(List.of(), List.of(), after, false);
  }

  /** As it stands in an answer: decision 0035. */
  public ObjectNode write() {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    ArrayNode names = json.putArray("named");
    named.forEach(names::add);
    ArrayNode list = json.putArray("given");
    for (Given each : given) {
      list.addObject()
          .put("envelope", new String(each.envelope(), UTF_8))
          .put("proof", each.proof().toString());
    }
    return json.put("next", next).put("more", more);
  }

  /**
   * @throws MalformedValue when it is none
   */
  public static Portion read(JsonNode json) {
    List<Given> given = new ArrayList<>();
    for (JsonNode each : json.path("given")) {
      given.add(
          new Given(
              each.path("envelope").asString("").getBytes(UTF_8),
              TlogProof.parse(each.path("proof").asString(""))));
    }
    if (!json.path("next").isIntegralNumber() || !json.path("more").isBoolean()) {
      throw MalformedValue.hidden(
          Text.of("交换的办件", "cases exchanged"),
          Text.of("缺少 next 或 more", "next or more is missing"),
          "{\"named\": [], \"given\": [], \"next\": 17, \"more\": false}");
    }
    List<Long> named = new ArrayList<>();
    json.path("named").forEach(it -> named.add(it.asLong(-1)));
    return new Portion(named, given, json.path("next").asLong(), json.path("more").asBoolean());
  }
}
