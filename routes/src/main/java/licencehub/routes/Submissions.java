package licencehub.routes;

import java.time.Instant;
import java.util.List;
import licencehub.connectors.RawRecord;

/** Submissions that travel together. */
record Submissions(List<Submission> list) {
  Submissions {
    list = List.copyOf(list);
  }

  static Submissions received(SourceRules rules, List<RawRecord> records, Instant at) {
    return new Submissions(records.stream().map(it -> Submission.received(rules, it, at)).toList());
  }
}
