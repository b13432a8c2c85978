package licencehub.hub.http;

import java.util.Arrays;
import licencehub.model.code.LicenceIdentifier;
import licencehub.routes.followup.FeedbackDesk;
import licencehub.sharing.followup.Feedback.State;
import tools.jackson.databind.node.ObjectNode;

/** Reads what is said to a matter that is followed up. */
final class FollowUpBodies {
  private FollowUpBodies() {}

  /** What an issuer says to feedback. */
  static FeedbackDesk.Reply reply(ObjectNode body) {
    String word = Requests.text(body, "state").orElse("");
    State state =
        Arrays.stream(State.values())
            .filter(it -> it != State.REPORTED && it.wire().equals(word))
            .findFirst()
            .orElseThrow(
                () ->
                    FeedbackRequest.wrongKey(
                        "state",
                        "应为 accepted、corrected、refused",
                        "must be accepted, corrected or refused",
                        "accepted"));
    return new FeedbackDesk.Reply(
        state,
        required(body, "operator", 200),
        Requests.text(body, "reason").map(it -> shortened(it, 1000)).orElse(""),
        Requests.text(body, "licence").map(LicenceIdentifier::parseInbound).orElse(null));
  }

  /** A text that must be there. */
  static String required(ObjectNode body, String key, int most) {
    return Requests.text(body, key)
        .filter(it -> it.length() <= most)
        .orElseThrow(
            () ->
                FeedbackRequest.wrongKey(
                    key,
                    "必填，至多" + most + "字",
                    "must be given, " + most + " characters at the most",
                    "zhang.san"));
  }

  private static String shortened(String text, int most) {
    return text.substring(0, Math.min(most, text.length()));
  }
}
