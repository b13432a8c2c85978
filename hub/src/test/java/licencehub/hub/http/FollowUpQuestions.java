package licencehub.hub.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import licencehub.hub.access.Caller;
import licencehub.hub.access.Role;
import licencehub.library.HistoryEntry;
import licencehub.model.code.CreditCode;
import licencehub.model.event.EventType;
import tools.jackson.databind.JsonNode;

/** Reports feedback and takes scans at a running edge, as the window of an organisation does. */
record FollowUpQuestions(RunningEdge hub, CreditCode organisation) {
  static final String FEEDBACK = "/api/v1/feedback";
  static final String SCANS = "/api/v1/scans";
  static final String DIGEST = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

  EdgeClient client() {
    return hub.as(new Caller("window", Role.APPROVER, organisation));
  }

  String followUp(String number) {
    return organisation + "-" + number;
  }

  /** That alpha's licence ends on another day. */
  EdgeClient.Reply wrong(String number, int serial, String shouldBe) {
    return client().post(FEEDBACK, wrongBody(number, serial, shouldBe));
  }

  String wrongBody(String number, int serial, String shouldBe) {
    return """
    {"reason":%s,"number":"%s","wrong":{"licence":"%s",
     "fields":[{"name":"证照有效期截止日期","shouldBe":"%s"}]}}"""
        .formatted(
            UseQuestions.reason("FB-1"), number, Documents.identifier(hub.alpha, serial), shouldBe);
  }

  /** That a person has a licence of alpha that the library lacks. */
  EdgeClient.Reply missing(String number, String citizen) {
    return client()
        .post(
            FEEDBACK,
            """
            {"reason":%s,"number":"%s","missing":{"type":"%s","issuer":"%s",
             "holder":{"codeType":"111","code":"%s"}}}"""
                .formatted(
                    UseQuestions.reason("FB-1"),
                    number,
                    Documents.TYPE,
                    hub.alpha.organisation().code(),
                    citizen));
  }

  EdgeClient.Reply scan(String number, String document, String more) {
    return client()
        .post(
            SCANS,
            """
            {"reason":%s,"number":"%s","document":"%s","digest":"%s"%s}"""
                .formatted(UseQuestions.reason("SC-1"), number, document, DIGEST, more));
  }

  EdgeClient.Reply check(String number, String state, String more) {
    return client()
        .post(
            SCANS + "/" + followUp(number) + "/check",
            "{\"state\":\"%s\",\"operator\":\"li.si\",\"evidence\":\"原件\"%s}"
                .formatted(state, more));
  }

  /** The hub's own events of a type about a subject. */
  static List<HistoryEntry> events(RunningEdge hub, EventType type, String subject) {
    return hub.library.outbox().after(-1, 10_000).stream()
        .filter(it -> it.type() == type && it.subject().equals(subject))
        .toList();
  }

  /** What a caller reads of the feed, of one type. */
  static List<JsonNode> feed(RunningEdge hub, Caller caller, EventType type) {
    return hub.as(caller)
        .get("/api/v1/feed?limit=1000")
        .json(200)
        .required("events")
        .valueStream()
        .map(it -> it.required("event"))
        .filter(it -> it.required("type").asString().equals(type.wire()))
        .toList();
  }

  /** A document with other words in it. */
  static byte[] with(byte[] document, String... fromTo) {
    String text = new String(document, UTF_8);
    for (int i = 0; i < fromTo.length; i += 2) {
      if (!text.contains(fromTo[i])) {
        throw new IllegalArgumentException(fromTo[i]);
      }
      text = text.replace(fromTo[i], fromTo[i + 1]);
    }
    return text.getBytes(UTF_8);
  }
}
