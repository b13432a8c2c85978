package licencehub.hub.http;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import licencehub.federation.Peer;
import licencehub.library.Access.LookupReason;
import licencehub.library.HistoryEntry;
import licencehub.library.LicenceQuery;
import licencehub.library.LicenceRecord;
import licencehub.library.LicenceRepository;
import licencehub.library.Search;
import licencehub.model.code.HolderCode;
import licencehub.model.code.LicenceIdentifier;
import tools.jackson.databind.node.ObjectNode;

/** Looks licences up, never without a reason and never unrecorded. */
final class LicenceEndpoints {
  private final LicenceRepository licences;
  private final Search search;
  private final AccessRecords accesses;
  private final LicenceJson writer;
  private final Elsewhere elsewhere;

  LicenceEndpoints(
      LicenceRepository licences,
      Search search,
      AccessRecords accesses,
      LicenceJson writer,
      Elsewhere elsewhere) {
    this.licences = licences;
    this.search = search;
    this.accesses = accesses;
    this.writer = writer;
    this.elsewhere = elsewhere;
  }

  /** By identifier, holder, number, type or a part of a name; at other hubs where they may know. */
  Answer search(Call call) throws IOException {
    ObjectNode body = Requests.object(call, LicenceRequest.keys());
    return switch (LookupReasons.of(body)) {
      case LookupReasons.Missing it -> it.refusal();
      case LookupReasons.Given(LookupReason reason) -> {
        LicenceRequest request = LicenceRequest.read(body, call.at());
        String hub = Requests.text(body, LicenceRequest.HUB).orElse("");
        boolean here = hub.isEmpty() || hub.equals(elsewhere.here());
        Page page = here ? page(request) : new Page(List.of(), Optional.empty());
        List<Peer> asked = asked(call, request, hub, page);
        yield searched(call, request, reason, page, elsewhere.search(call, asked, body));
      }
    };
  }

  /** The hubs a search concerns, besides this one. */
  private List<Peer> asked(Call call, LicenceRequest request, String hub, Page page) {
    if (!hub.isEmpty()) {
      return hub.equals(elsewhere.here()) ? List.of() : elsewhere.named(call, hub);
    }
    LicenceIdentifier identifier = request.identifier();
    if (identifier != null) {
      return page.licences().isEmpty() ? elsewhere.homesOf(call, identifier) : List.of();
    }
    LicenceQuery query = request.query();
    HolderCode holder = query == null ? null : query.holder();
    boolean isFirst = query != null && query.before() == Long.MAX_VALUE;
    return holder != null && isFirst ? elsewhere.likely(call, List.of(holder)) : List.of();
  }

  /** Every event about one licence. */
  Answer history(Call call) throws IOException {
    ObjectNode body = Requests.object(call, Set.of("reason", "identifier"));
    return switch (LookupReasons.of(body)) {
      case LookupReasons.Missing it -> it.refusal();
      case LookupReasons.Given(LookupReason reason) -> {
        LicenceIdentifier identifier =
            LicenceIdentifier.parseInbound(Requests.text(body, "identifier").orElse(""));
        List<HistoryEntry> events = licences.history(identifier);
        CompletableFuture<Void> logged =
            accesses.write(
                call,
                reason,
                "licences.history",
                List.of(identifier.toString()),
                word(events.isEmpty()));
        Answer answer =
            Json.answer(
                json -> {
                  json.writeStartObject();
                  json.writeStringProperty("answer", word(events.isEmpty()));
                  json.writeStringProperty("identifier", identifier.toString());
                  LicenceJson.events(json, "events", events);
                  json.writeEndObject();
                });
        yield AccessRecords.written(logged, answer);
      }
    };
  }

  /**
   * What was found.
   *
   * @param next where the next page starts, if this one was full
   */
  private record Page(List<LicenceRecord> licences, Optional<Long> next) {}

  private Answer searched(
      Call call, LicenceRequest request, LookupReason reason, Page page, List<Voice> voices) {
    List<String> subjects = new ArrayList<>(request.subjects());
    Stream.concat(
            page.licences().stream().map(it -> it.identifier().toString()),
            Voice.licences(voices).map(it -> it.path("identifier").asString("")))
        .filter(it -> !subjects.contains(it))
        .forEach(subjects::add);
    String word = word(call, request, page, voices);
    CompletableFuture<Void> logged =
        accesses.write(call, reason, "licences.search", subjects, word);
    return AccessRecords.written(logged, answer(call, request, page, voices, word));
  }

  /**
   * Silence is not "no": absent only where everybody who might know has answered, and is known here
   * at all.
   */
  private String word(Call call, LicenceRequest request, Page page, List<Voice> voices) {
    if (!page.licences().isEmpty() || Voice.licences(voices).findAny().isPresent()) {
      return "found";
    }
    LicenceIdentifier identifier = request.identifier();
    boolean isOutside = identifier != null && elsewhere.isOutside(call, identifier);
    return isOutside || voices.stream().anyMatch(Voice.Unknown.class::isInstance)
        ? "unknown"
        : "absent";
  }

  private Answer answer(
      Call call, LicenceRequest request, Page page, List<Voice> voices, String word) {
    LocalDate day = request.day(call.at());
    return Json.answer(
        json -> {
          json.writeStartObject();
          json.writeStringProperty("answer", word);
          json.writeArrayPropertyStart("licences");
          page.licences().forEach(it -> writer.licence(json, it, day, history(request, it)));
          Voice.licences(voices).forEach(json::writeTree);
          json.writeEndArray();
          page.next().ifPresent(it -> json.writeNumberProperty("next", it));
          if (!voices.isEmpty()) {
            json.writeArrayPropertyStart("hubs");
            voices.forEach(it -> Voice.write(json, it));
            json.writeEndArray();
          }
          json.writeEndObject();
        });
  }

  private Page page(LicenceRequest request) {
    LicenceIdentifier identifier = request.identifier();
    LicenceQuery query = request.query();
    if (identifier != null || query == null) {
      return new Page(
          identifier == null ? List.of() : asOf(request, identifier).stream().toList(),
          Optional.empty());
    }
    List<LicenceRecord> standing = search.search(query);
    HistoryEntry last = standing.size() == query.limit() ? standing.getLast().content() : null;
    List<LicenceRecord> then =
        request.asOf() == null
            ? standing
            : standing.stream().flatMap(it -> asOf(request, it.identifier()).stream()).toList();
    return new Page(then, Optional.ofNullable(last).map(HistoryEntry::sequence));
  }

  private Optional<LicenceRecord> asOf(LicenceRequest request, LicenceIdentifier identifier) {
    LicenceRequest.AsOf asOf = request.asOf();
    return asOf == null
        ? licences.find(identifier)
        : licences.findAsOf(identifier, asOf.validAt(), asOf.knownAt());
  }

  private List<HistoryEntry> history(LicenceRequest request, LicenceRecord record) {
    LicenceRequest.AsOf asOf = request.asOf();
    return request.history()
        ? licences.history(record.identifier()).stream()
            .filter(it -> asOf == null || !it.receivedAt().isAfter(asOf.knownAt()))
            .toList()
        : List.of();
  }

  private static String word(boolean empty) {
    return empty ? "absent" : "found";
  }
}
