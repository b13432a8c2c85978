package licencehub.demo.regions;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import licencehub.demo.world.Story;
import licencehub.hub.access.Role;
import licencehub.model.event.Holder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What approvers at a counter ask their own hub. */
record Questions(RegionHub hub) {
  private static final JsonMapper JSON = new JsonMapper();

  /** Food operation licence: premises and food safety officer may be proven by licences. */
  private static final String ITEM = "000117001000";

  JsonNode byIdentifier(String identifier) {
    ObjectNode body = body();
    body.put("identifier", identifier);
    return ask("/api/v1/licences/search", body);
  }

  JsonNode byHolder(Holder holder) {
    ObjectNode body = body();
    ObjectNode code = body.putObject("holder");
    code.put("codeType", holder.code().type().code());
    code.put("code", holder.code().value());
    return ask("/api/v1/licences/search", body);
  }

  /** Which documents the applicant is spared; the licences are to be used at once. */
  JsonNode exemption(Holder applicant) {
    ObjectNode body = body();
    ObjectNode party = body.putObject("parties").putObject("applicant");
    party.put("name", applicant.name());
    party.put("codeType", applicant.code().type().code());
    party.put("code", applicant.code().value());
    body.putObject("use").putObject("basis").put("kind", "by-function");
    return ask("/api/v1/exemptions", body);
  }

  /** The granted fields of a use in clear. */
  JsonNode reveal(String useCode) {
    return ask("/api/v1/uses/" + useCode + "/fields", body());
  }

  /** The stages of a case in their order; {@code none} for one that is not here. */
  String stages(String caseNumber) {
    JsonNode answer =
        JSON.readTree(
            hub.client()
                .text(
                    Role.APPROVER,
                    "/api/v1/cases/" + caseNumber,
                    Map.of(
                        "Licencehub-Item",
                        ITEM,
                        "Licencehub-Case",
                        caseNumber,
                        "Licencehub-Purpose",
                        "demo",
                        "Licencehub-Operator",
                        "counter")));
    return answer.has("steps")
        ? answer
            .path("steps")
            .valueStream()
            .map(it -> it.at("/stage/code").asString())
            .collect(Collectors.joining(" "))
        : "none";
  }

  /** {@code 20 × 1}: how many of these cases have an application, and how often at the most. */
  String applications(List<String> caseNumbers) {
    Map<String, Integer> times = new HashMap<>();
    long after = -1;
    JsonNode page = feed(after);
    while (!page.path("events").isEmpty()) {
      for (JsonNode each : page.path("events")) {
        JsonNode event = each.path("event");
        String subject = event.path("subject").asString();
        if (caseNumbers.contains(subject)
            && event.path("type").asString().equals("case.applied.v1")) {
          times.merge(subject, 1, Integer::sum);
        }
      }
      after = page.path("next").asLong();
      page = feed(after);
    }
    return times.size() + " × " + times.values().stream().max(Integer::compare).orElse(0);
  }

  private JsonNode feed(long after) {
    return hub.client().get("/api/v1/feed?limit=1000&after=" + after);
  }

  /** {@code found 990100 990200}: what was answered, and by which hubs licences are vouched for. */
  static String word(JsonNode answer) {
    String hubs =
        answer
            .path("licences")
            .valueStream()
            .map(it -> it.path("hub").asString().replace("demo-", ""))
            .distinct()
            .sorted()
            .collect(Collectors.joining(" "));
    return (answer.path("answer").asString("error") + " " + hubs).strip();
  }

  /** Which hubs did not answer, and why. */
  static String silent(JsonNode answer) {
    List<String> silent =
        answer
            .path("hubs")
            .valueStream()
            .filter(it -> it.path("answer").asString().equals("unknown"))
            .map(
                it ->
                    it.path("hub").asString().replace("demo-", "")
                        + " "
                        + it.at("/why/zh").asString())
            .toList();
    return answer.path("answer").asString("error") + ": " + String.join("; ", silent);
  }

  static String identifier(Story story) {
    return story.documents().getLast().required("subject").asString();
  }

  private JsonNode ask(String path, ObjectNode body) {
    return JSON.readTree(hub.client().post(Role.APPROVER, path, body.toString()));
  }

  private static ObjectNode body() {
    ObjectNode body = JSON.createObjectNode();
    ObjectNode reason = body.putObject("reason");
    reason.put("item", ITEM);
    reason.put("caseNumber", "990201162611220000001");
    reason.put("purpose", "异地通办演示");
    reason.put("operator", "counter");
    return body;
  }
}
