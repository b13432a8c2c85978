package licencehub.routes;

import java.util.List;
import licencehub.model.submission.Outcome;

/** What became of a batch, in its order. */
record Outcomes(List<Outcome> list) {
  Outcomes {
    list = List.copyOf(list);
  }
}
