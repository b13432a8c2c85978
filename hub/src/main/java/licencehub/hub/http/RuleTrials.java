package licencehub.hub.http;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import licencehub.hub.config.ItemFile;
import licencehub.library.Access.LookupReason;
import licencehub.library.Library;
import licencehub.sharing.directory.Directory;
import licencehub.sharing.exemption.Exemption;
import licencehub.sharing.exemption.PastCase;
import licencehub.sharing.exemption.RuleChange;
import licencehub.sharing.exemption.RuleChange.Outcome;
import licencehub.sharing.item.ItemGuide;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tells what a changed item guide would have made of past cases, one stretch of the log at a call.
 * Reads only.
 */
final class RuleTrials {
  private static final Exemption RULES = new Exemption(Duration.ofDays(1));
  private static final int LARGEST = 1 << 20;
  private static final int STRETCHES = 10;

  private final Library library;
  private final Supplier<Directory> directory;
  private final PastCases cases;
  private final AccessRecords accesses;

  RuleTrials(
      Library library, Supplier<Directory> directory, PastCases cases, AccessRecords accesses) {
    this.library = library;
    this.directory = directory;
    this.cases = cases;
    this.accesses = accesses;
  }

  Answer attempt(Call call) throws IOException {
    ObjectNode body = Requests.object(call, Set.of("item", "after"), LARGEST);
    if (!(body.get("item") instanceof ObjectNode settings)) {
      throw FeedbackRequest.wrongKey("item", "应为事项文件的内容", "must be what an item's file says", "{}");
    }
    ItemGuide after = ItemFile.read(settings);
    ItemGuide before =
        directory
            .get()
            .guide(after.code())
            .orElseGet(
                () -> new ItemGuide(after.code(), 1, after.name(), after.origin(), List.of()));
    long position = Requests.number(body, "after", -1, -1, Long.MAX_VALUE);
    List<PastCase> past = new ArrayList<>();
    for (int i = 0; i < STRETCHES; i++) {
      PastCases.Page page = cases.after(position, after.code());
      past.addAll(page.cases());
      if (page.next() == position) {
        break;
      }
      position = page.next();
    }
    long next = position;
    RuleChange change = new RuleChange(RULES, before, after);
    return AccessRecords.written(
        log(call, after),
        Json.answer(json -> write(json, change, past, next, library.outbox().head())));
  }

  private static void write(
      JsonGenerator json, RuleChange change, List<PastCase> past, long next, long head) {
    RuleChange.Summary summary = change.summary(past.stream());
    List<RuleChange.Change> changes = change.changes(past.stream()).toList();
    json.writeStartObject();
    json.writeStringProperty("item", change.after().code().text());
    json.writeNumberProperty("cases", summary.cases());
    json.writeNumberProperty("next", next);
    json.writeNumberProperty("head", head);
    json.writeArrayPropertyStart("documents");
    summary.documents().forEach((code, tally) -> document(json, code, tally, changes));
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void document(
      JsonGenerator json, String code, RuleChange.Tally tally, List<RuleChange.Change> changes) {
    json.writeStartObject();
    json.writeStringProperty("document", code);
    json.writeObjectPropertyStart("moves");
    var sorted = new TreeMap<String, Long>();
    tally.moves().forEach((it, n) -> sorted.put(word(it.before()) + " > " + word(it.after()), n));
    sorted.forEach(json::writeNumberProperty);
    json.writeEndObject();
    numbers(json, "exempt", code, changes, true);
    numbers(json, "noLongerExempt", code, changes, false);
    json.writeEndObject();
  }

  private static void numbers(
      JsonGenerator json,
      String name,
      String code,
      List<RuleChange.Change> changes,
      boolean exempt) {
    json.writeArrayPropertyStart(name);
    changes.stream()
        .filter(it -> it.document().equals(code))
        .filter(it -> (exempt ? it.move().after() : it.move().before()) == Outcome.EXEMPT)
        .forEach(it -> json.writeString(it.caseNumber().text()));
    json.writeEndArray();
  }

  private static String word(Outcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private CompletableFuture<Void> log(Call call, ItemGuide guide) {
    LookupReason reason =
        new LookupReason(guide.code().text(), "-", "试算规则变更", call.caller().name());
    return accesses.write(call, reason, "exemptions.try", List.of("item=" + guide.code()), "found");
  }
}
