package licencehub.hub.http;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import licencehub.library.Access.LookupReason;
import licencehub.model.MalformedValue;
import licencehub.model.Text;
import licencehub.model.code.HolderCode;
import licencehub.model.event.Holder;
import licencehub.sharing.Licence;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tells a peer what holders have here, as far as its item needs it: exemptions are decided where
 * the applicant is, by what the hubs of licences say. Recorded like every look-up.
 */
final class HoldingsEndpoint {
  private static final int MOST_HOLDERS = 20;
  private static final int MOST_NAMES = 500;
  private final SharedLicences licences;
  private final AccessRecords accesses;

  HoldingsEndpoint(SharedLicences licences, AccessRecords accesses) {
    this.licences = licences;
    this.accesses = accesses;
  }

  Answer find(Call call) throws IOException {
    ObjectNode body = Requests.object(call, Set.of("reason", "holders", "types", "fields"));
    return switch (LookupReasons.of(body)) {
      case LookupReasons.Missing it -> it.refusal();
      case LookupReasons.Given(LookupReason reason) -> found(call, reason, body);
    };
  }

  private Answer found(Call call, LookupReason reason, ObjectNode body) {
    List<Holder> holders = holders(body.path("holders"));
    Set<String> types = names(body, "types");
    Set<String> fields = names(body, "fields");
    List<Licence> found =
        licences.heldBy(holders, call.at()).stream()
            .filter(it -> types.contains(it.identifier().type().text()))
            .toList();
    CompletableFuture<Void> logged =
        accesses.write(
            call,
            reason,
            "exemptions.decide",
            subjects(holders, found),
            found.isEmpty() ? "absent" : "found");
    List<HolderCode> about = holders.stream().map(Holder::code).toList();
    Answer answer =
        Json.answer(
            json -> {
              json.writeStartObject();
              json.writeArrayPropertyStart("licences");
              found.forEach(it -> LicenceView.write(json, it, about, fields));
              json.writeEndArray();
              json.writeEndObject();
            });
    return AccessRecords.written(logged, answer);
  }

  /** Whose licences were looked at, masked, and which. */
  static List<String> subjects(List<Holder> holders, List<Licence> found) {
    List<String> subjects = new ArrayList<>();
    holders.forEach(it -> subjects.add("holder=" + it.code()));
    found.forEach(it -> subjects.add(it.identifier().toString()));
    return subjects;
  }

  private static List<Holder> holders(JsonNode list) {
    if (!list.isArray() || list.isEmpty() || list.size() > MOST_HOLDERS) {
      throw wrong("holders", "1 to " + MOST_HOLDERS + " holders", "1至" + MOST_HOLDERS + "个持证主体");
    }
    return LicenceView.holders(list);
  }

  private static Set<String> names(ObjectNode body, String key) {
    JsonNode list = body.path(key);
    if (list.size() > MOST_NAMES) {
      throw wrong(key, MOST_NAMES + " names at the most", "至多" + MOST_NAMES + "项");
    }
    Set<String> names = new HashSet<>();
    list.forEach(it -> names.add(it.asString("")));
    return names;
  }

  private static MalformedValue wrong(String key, String en, String zh) {
    return MalformedValue.hidden(
        Text.of("键 " + key, "key " + key), Text.of("应为" + zh, "must be " + en), "[]");
  }
}
