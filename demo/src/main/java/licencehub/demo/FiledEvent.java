package licencehub.demo;

import java.util.stream.Stream;
import licencehub.demo.stage.HubClient;
import tools.jackson.databind.JsonNode;

/** An event as the hub's feed tells it. */
record FiledEvent(JsonNode event) {
  private static final int LOOKED_AT = 1_000;

  /** Those filed first. */
  static Stream<FiledEvent> first(HubClient client) {
    return client
        .get("/api/v1/feed?limit=" + LOOKED_AT)
        .required("events")
        .valueStream()
        .map(it -> new FiledEvent(it.required("event")));
  }

  String source() {
    return event.required("source").asString().replace("/sources/", "");
  }

  String id() {
    return event.required("id").asString();
  }

  String type() {
    return event.required("type").asString();
  }
}
