package licencehub.hub;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a hub has filed, as its feed tells it: the number of the case of each event. */
final class FeedBooks {
  private final Asking peer;
  private final List<String> filed = new ArrayList<>();
  private long after = -1;

  FeedBooks(Asking peer) {
    this.peer = peer;
  }

  /** Everything so far; what a hub that is in trouble does not tell is told another time. */
  List<String> read() throws IOException, InterruptedException {
    JsonNode page = page();
    while (!page.path("events").isEmpty()) {
      page.path("events").forEach(it -> filed.add(it.at("/event/data/caseNumber").asString()));
      after = page.path("next").asLong();
      page = page();
    }
    return List.copyOf(filed);
  }

  private JsonNode page() throws IOException, InterruptedException {
    return JsonMapper.shared().readTree(peer.get("/api/v1/feed?limit=1000&after=" + after));
  }
}
