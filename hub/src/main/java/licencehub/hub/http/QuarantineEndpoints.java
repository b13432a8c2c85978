package licencehub.hub.http;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import licencehub.hub.access.Role;
import licencehub.library.Quarantine;
import licencehub.library.QuarantineEntry;
import licencehub.model.Digest;
import licencehub.model.Reason;
import licencehub.model.code.SourceId;
import licencehub.model.submission.Outcome;
import licencehub.routes.Replays;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** What was set aside: a department works its own, the operator all. */
final class QuarantineEndpoints {
  private static final int USUAL = 50;
  private static final int MOST = 200;

  private final Quarantine quarantine;
  private final Ownership ownership;
  private final Replays replays;

  QuarantineEndpoints(Quarantine quarantine, Ownership ownership, Replays replays) {
    this.quarantine = quarantine;
    this.ownership = ownership;
    this.replays = replays;
  }

  /** Groups by source and reason, and a page of open entries. */
  Answer list(Call call) {
    Optional<SourceId> source = call.query("source").map(SourceId::new);
    if (source.isPresent() && !ownership.sees(call.caller(), source.get())) {
      return new Answer.Refusal(ProblemType.SOURCE_NOT_YOURS);
    }
    String reason = call.query("reason").orElse(null);
    long after = call.query("after", 0, 0, Long.MAX_VALUE);
    int limit = (int) call.query("limit", USUAL, 1, MOST);
    List<Quarantine.Group> groups =
        each(call, source, quarantine::groups)
            .sorted(Comparator.comparingLong(Quarantine.Group::number).reversed())
            .toList();
    List<QuarantineEntry> entries =
        each(call, source, it -> quarantine.list(it, reason, after, limit))
            .sorted(Comparator.comparingLong(QuarantineEntry::number))
            .limit(limit)
            .toList();
    return Json.answer(json -> page(json, groups, entries, limit));
  }

  /** One entry with the structure of its original; never the original itself. */
  Answer find(Call call) {
    Optional<QuarantineEntry> entry = seen(call);
    return entry.isEmpty()
        ? new Answer.Refusal(ProblemType.NOT_FOUND)
        : Json.answer(
            json -> {
              json.writeStartObject();
              entry(json, entry.get());
              json.writeStringProperty(
                  "sha256", Digest.of(entry.get().original().bytes()).toString());
              json.writeName("structure");
              json.writeTree(Structure.of(entry.get().original().bytes()));
              json.writeEndObject();
            });
  }

  /** Sends one entry on its journey again and tells what became of it. */
  Answer replay(Call call) {
    Optional<QuarantineEntry> entry = seen(call);
    Optional<Outcome> outcome = entry.flatMap(it -> replays.replayOne(it.number()));
    return outcome.isEmpty()
        ? new Answer.Refusal(ProblemType.NOT_FOUND)
        : Json.answer(
            json ->
                OutcomeWriter.write(json, entry.get().source(), entry.get().id(), outcome.get()));
  }

  private Optional<QuarantineEntry> seen(Call call) {
    return quarantine
        .find(call.number("number"))
        .filter(it -> ownership.sees(call.caller(), it.source()));
  }

  private <T> Stream<T> each(
      Call call, Optional<SourceId> source, Function<@Nullable SourceId, List<T>> read) {
    boolean all = source.isEmpty() && call.caller().role() != Role.DEPARTMENT;
    if (all) {
      return read.apply(null).stream();
    }
    List<SourceId> sources = source.map(List::of).orElseGet(() -> ownership.owned(call.caller()));
    return sources.stream().flatMap(it -> read.apply(it).stream());
  }

  private static void page(
      JsonGenerator json, List<Quarantine.Group> groups, List<QuarantineEntry> entries, int limit) {
    json.writeStartObject();
    json.writeArrayPropertyStart("groups");
    groups.forEach(it -> group(json, it));
    json.writeEndArray();
    json.writeArrayPropertyStart("entries");
    for (QuarantineEntry entry : entries) {
      json.writeStartObject();
      entry(json, entry);
      json.writeEndObject();
    }
    json.writeEndArray();
    if (entries.size() == limit) {
      json.writeNumberProperty("next", entries.getLast().number());
    }
    json.writeEndObject();
  }

  private static void group(JsonGenerator json, Quarantine.Group group) {
    json.writeStartObject();
    json.writeStringProperty("source", group.source().text());
    json.writeStringProperty("code", group.reasonCode());
    Reason.find(group.reasonCode()).ifPresent(it -> Json.text(json, "message", it.text()));
    json.writeNumberProperty("number", group.number());
    json.writeStringProperty("oldest", group.oldest().toString());
    json.writeStringProperty("newest", group.newest().toString());
    json.writeEndObject();
  }

  private static void entry(JsonGenerator json, QuarantineEntry entry) {
    json.writeNumberProperty("number", entry.number());
    json.writeStringProperty("source", entry.source().text());
    if (entry.id() != null) {
      json.writeStringProperty("id", entry.id());
    }
    json.writeStringProperty("mediaType", entry.original().mediaType());
    json.writeStringProperty("locator", entry.original().locator());
    json.writeStringProperty("receivedAt", entry.original().receivedAt().toString());
    json.writeNumberProperty("bytes", entry.original().bytes().length);
    OutcomeWriter.faults(json, entry.faults());
    json.writeNumberProperty("attempts", entry.attempts());
    if (entry.nextAttempt() != null) {
      json.writeStringProperty("nextAttempt", entry.nextAttempt().toString());
    }
    if (entry.settledAs() != null) {
      json.writeStringProperty("settledAs", entry.settledAs());
    }
  }
}
