package licencehub.hub.http;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import licencehub.hub.http.ReconciliationRequest.Told;
import licencehub.library.Submissions;
import licencehub.model.MalformedValue;
import licencehub.model.Text;
import licencehub.model.code.SourceId;
import licencehub.model.submission.Outcome;
import licencehub.model.submission.SentNumber;
import licencehub.sharing.reconciliation.Differences;
import licencehub.sharing.reconciliation.NumberSet;
import licencehub.sharing.reconciliation.Whereabouts;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tells a department whether what it sent is here 对账, by comparing sets: first how much it is, then
 * which of 256 buckets differ, and only of those what is missing. Nobody is looked up.
 */
final class ReconciliationEndpoint {
  /** All numbers of one time are in memory at once: some hundred bytes each. */
  private static final int MOST = 500_000;

  private final Submissions submissions;
  private final Ownership ownership;

  /** One at a time: so that memory is bounded whoever asks. */
  private final ReentrantLock turn = new ReentrantLock(true);

  ReconciliationEndpoint(Submissions submissions, Ownership ownership) {
    this.submissions = submissions;
    this.ownership = ownership;
  }

  Answer reconcile(Call call) throws IOException {
    ObjectNode body =
        Requests.object(call, ReconciliationRequest.KEYS, ReconciliationRequest.LONGEST);
    ReconciliationRequest request = ReconciliationRequest.read(body);
    if (ownership.owned(call.caller(), request.source()).isEmpty()) {
      return new Answer.Refusal(ProblemType.SOURCE_NOT_YOURS);
    }
    turn.lock();
    try {
      return answer(request, received(request));
    } finally {
      turn.unlock();
    }
  }

  private Answer answer(ReconciliationRequest request, NumberSet received) {
    return switch (request.told()) {
      case Told.Whole it ->
          ReconciliationJson.compared(
              request, received, it.tally().equals(received.tally()), Set.of());
      case Told.Buckets it -> {
        Set<Integer> differing = received.differing(it.tallies());
        yield ReconciliationJson.compared(request, received, differing.isEmpty(), differing);
      }
      case Told.Numbers it -> {
        NumberSet here = received.in(it.buckets());
        Map<String, Whereabouts> sought =
            whereabouts(request.source(), Differences.sought(it.numbers(), here));
        yield ReconciliationJson.differences(
            request,
            here,
            Differences.between(
                it.numbers(), here, id -> sought.getOrDefault(id, new Whereabouts.Nowhere())));
      }
    };
  }

  private NumberSet received(ReconciliationRequest request) {
    List<SentNumber> received =
        submissions.received(request.source(), request.from(), request.until(), MOST + 1);
    if (received.size() > MOST) {
      throw MalformedValue.of(
          Text.of("对账的时段", "the time to reconcile"),
          request.from() + "/" + request.until(),
          Text.of(
              "其间收到超过" + MOST + "件，请用 from 与 until 分段",
              "had more than " + MOST + " submissions: take less at a time, by from and until"),
          "\"from\": \"2026-11-22T00:00:00+08:00\"");
    }
    return NumberSet.of(received);
  }

  private Map<String, Whereabouts> whereabouts(SourceId source, Set<String> sought) {
    Map<String, Whereabouts> found = new HashMap<>();
    submissions
        .versions(source, sought)
        .forEach((id, version) -> found.put(id, new Whereabouts.Filed(version)));
    for (String id : sought) {
      if (!found.containsKey(id)) {
        setAside(source, id).ifPresent(it -> found.put(id, it));
      }
    }
    return found;
  }

  private Optional<Whereabouts> setAside(SourceId source, String id) {
    return submissions
        .find(source, id)
        .filter(Outcome.Quarantined.class::isInstance)
        .map(it -> new Whereabouts.SetAside(((Outcome.Quarantined) it).number()));
  }
}
