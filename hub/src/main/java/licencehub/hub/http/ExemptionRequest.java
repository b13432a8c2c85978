package licencehub.hub.http;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import licencehub.model.MalformedValue;
import licencehub.model.Text;
import licencehub.model.event.Holder;
import licencehub.sharing.item.Parties;
import licencehub.sharing.item.Party;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Whose licences an exemption is asked about; the item stands in the reason.
 *
 * @param use how the licences that exempt are to be used at once; null when they are not
 */
record ExemptionRequest(Parties parties, @Nullable UseTerms use) {
  private static final Set<String> WORDS =
      Arrays.stream(Party.values()).map(Party::wire).collect(Collectors.toUnmodifiableSet());

  static Set<String> keys() {
    return Set.of("reason", "parties", "use");
  }

  /**
   * @throws MalformedValue when no applicant is named, or a code is none
   */
  static ExemptionRequest read(ObjectNode body) {
    if (!(body.get("parties") instanceof ObjectNode parties) || !parties.has("applicant")) {
      throw MalformedValue.hidden(
          Text.of("键 parties", "key parties"),
          Text.of("至少应有申请人", "must name the applicant at least"),
          "{\"applicant\": {\"codeType\": \"001\", \"code\": \"91350100M000100Y43\"}}");
    }
    Requests.known("parties.", parties, WORDS);
    Map<Party, Holder> known = new EnumMap<>(Party.class);
    for (Party party : Party.values()) {
      if (parties.get(party.wire()) instanceof ObjectNode holder) {
        known.put(party, holder(party, holder));
      }
    }
    return new ExemptionRequest(new Parties(known), use(body));
  }

  private static @Nullable UseTerms use(ObjectNode body) {
    if (!body.has("use")) {
      return null;
    }
    if (!(body.get("use") instanceof ObjectNode use)) {
      throw MalformedValue.hidden(
          Text.of("键 use", "key use"),
          Text.of("应为对象", "must be an object"),
          "{\"basis\": {\"kind\": \"by-function\"}}");
    }
    Requests.known("use.", use, UseTerms.KEYS);
    return UseTerms.read(use);
  }

  private static Holder holder(Party party, ObjectNode holder) {
    Requests.known("parties." + party.wire() + ".", holder, Set.of("name", "codeType", "code"));
    return new Holder(Requests.text(holder, "name").orElse(""), Requests.holderCode(holder));
  }
}
