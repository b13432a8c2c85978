package licencehub.hub.http;

import java.time.Duration;
import java.time.Instant;
import licencehub.model.Text;
import licencehub.model.code.LicenceIdentifier;
import tools.jackson.databind.node.ObjectNode;

/** What is answered where another hub would have to, and does not. */
final class Silences {
  /** Where nobody knows when that hub is asked again. */
  private static final Duration USUAL = Duration.ofSeconds(10);

  private Silences() {}

  /**
   * A whole request that only that hub can answer; to be made again when that hub is asked again.
   *
   * @param now when the request was made
   */
  static Answer refusal(Voice voice, Instant now) {
    Text why = voice instanceof Voice.Unknown it ? it.why() : Voice.SILENT;
    Instant until = voice instanceof Voice.Unknown it ? it.until() : null;
    String hub = voice.peer().hub();
    return Gate.later(
        ProblemType.UNAVAILABLE,
        Text.of(hub + "：" + why.zh() + "。", hub + ": " + why.en() + "."),
        until == null ? USUAL : Duration.between(now, until));
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
