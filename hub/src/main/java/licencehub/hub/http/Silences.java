package licencehub.hub.http;

import java.util.Map;
import licencehub.model.Text;
import licencehub.model.code.LicenceIdentifier;
import tools.jackson.databind.node.ObjectNode;

/** What is answered where another hub would have to, and does not. */
final class Silences {
  private Silences() {}

  /** A whole request that only that hub can answer. */
  static Answer refusal(Voice voice) {
    Text why = voice instanceof Voice.Unknown it ? it.why() : Voice.SILENT;
    String hub = voice.peer().hub();
    return new Answer.Refusal(
        ProblemType.UNAVAILABLE,
        Text.of(hub + "：" + why.zh() + "。", hub + ": " + why.en() + "."),
        Map.of("Retry-After", "10"));
  }

  /** One licence among several. */
  static ObjectNode undecided(LicenceIdentifier licence, Voice voice) {
    ObjectNode answer = Json.MAPPER.createObjectNode();
    answer.put("licence", licence.toString());
    answer.put("decision", "undecided");
    answer.put("hub", voice.peer().hub());
    if (voice instanceof Voice.Unknown unknown) {
      ObjectNode why = answer.putObject("why");
      why.put("zh", unknown.why().zh());
      why.put("en", unknown.why().en());
      if (unknown.until() != null) {
        answer.put("until", unknown.until().toString());
      }
    }
    return answer;
  }
}
