package licencehub.demo;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import licencehub.demo.stage.HubClient;
import licencehub.model.code.SourceId;
import tools.jackson.databind.JsonNode;

/** What stands in the hub, read from its feed and its quarantine as any caller would. */
record HubBooks(Map<SourceId, Set<String>> filed, List<String> twice, Map<SourceId, Long> open) {
  static HubBooks read(HubClient hub) {
    Map<SourceId, Set<String>> filed = new TreeMap<>();
    List<String> twice = new ArrayList<>();
    long after = -1;
    boolean more = true;
    while (more) {
      JsonNode page = hub.get("/api/v1/feed?limit=1000" + (after < 0 ? "" : "&after=" + after));
      for (JsonNode it : page.required("events")) {
        JsonNode event = it.required("event");
        SourceId source =
            new SourceId(event.required("source").asString().replace("/sources/", ""));
        String id = event.required("id").asString();
        if (!filed.computeIfAbsent(source, s -> new HashSet<>()).add(id)) {
          twice.add(source + " " + id);
        }
        after = it.required("sequence").asLong();
      }
      more = !page.required("events").isEmpty();
    }
    return new HubBooks(filed, twice, quarantined(hub));
  }

  private static Map<SourceId, Long> quarantined(HubClient hub) {
    Map<SourceId, Long> open = new TreeMap<>();
    hub.get("/api/v1/quarantine")
        .required("groups")
        .forEach(
            it ->
                open.merge(
                    new SourceId(it.required("source").asString()),
                    it.required("number").asLong(),
                    Long::sum));
    return open;
  }
}
