package licencehub.hub.http;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import licencehub.model.submission.SentNumber;
import licencehub.sharing.reconciliation.Differences;
import licencehub.sharing.reconciliation.NumberSet;
import licencehub.sharing.reconciliation.Tally;
import tools.jackson.core.JsonGenerator;

/** What came of reconciling. */
final class ReconciliationJson {
  private ReconciliationJson() {}

  /** Whether both sides have the same, and else which buckets differ. */
  static Answer compared(
      ReconciliationRequest request, NumberSet received, boolean same, Set<Integer> differing) {
    return answer(
        request,
        received,
        json -> {
          json.writeBooleanProperty("same", same);
          json.writeArrayPropertyStart("differing");
          differing.forEach(it -> json.writeString(String.format(Locale.ROOT, "%02x", it)));
          json.writeEndArray();
        });
  }

  /** What is different in the buckets that were listed. */
  static Answer differences(
      ReconciliationRequest request, NumberSet received, Differences differences) {
    return answer(
        request,
        received,
        json -> {
          json.writeBooleanProperty("same", differences.none());
          numbers(json, "missing", differences.missing());
          json.writeArrayPropertyStart("quarantined");
          differences.quarantined().forEach(it -> number(json, it.listed(), "number", it.entry()));
          json.writeEndArray();
          json.writeArrayPropertyStart("otherVersions");
          differences.otherVersions().forEach(it -> number(json, it.listed(), "here", it.here()));
          json.writeEndArray();
          numbers(json, "otherTime", differences.otherTime());
          json.writeArrayPropertyStart("unlisted");
          differences.unlisted().forEach(json::writeString);
          json.writeEndArray();
        });
  }

  private static Answer answer(
      ReconciliationRequest request, NumberSet received, Consumer<JsonGenerator> rest) {
    Tally tally = received.tally();
    return Json.answer(
        json -> {
          json.writeStartObject();
          json.writeStringProperty("source", request.source().text());
          json.writeStringProperty("from", request.from().toString());
          json.writeStringProperty("until", request.until().toString());
          json.writeNumberProperty("count", tally.count());
          json.writeStringProperty("digest", tally.digest().toString());
          rest.accept(json);
          json.writeEndObject();
        });
  }

  private static void numbers(JsonGenerator json, String name, Collection<SentNumber> numbers) {
    json.writeArrayPropertyStart(name);
    for (SentNumber each : numbers) {
      json.writeStartObject();
      json.writeStringProperty("id", each.id());
      json.writeNumberProperty("version", each.version());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void number(JsonGenerator json, SentNumber listed, String name, long value) {
    json.writeStartObject();
    json.writeStringProperty("id", listed.id());
    json.writeNumberProperty("version", listed.version());
    json.writeNumberProperty(name, value);
    json.writeEndObject();
  }
}
