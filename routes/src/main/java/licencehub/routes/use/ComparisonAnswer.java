package licencehub.routes.use;

import java.time.Instant;
import licencehub.sharing.comparison.Comparison;
import licencehub.sharing.comparison.Comparison.Match;
import licencehub.sharing.use.Denial;

/** What came of holding claims against a licence. */
public sealed interface ComparisonAnswer {
  /** Whether it counts among the wrong guesses an organisation has. */
  boolean isWrong();

  /** They were compared. */
  record Compared(Comparison comparison) implements ComparisonAnswer {
    @Override
    public boolean isWrong() {
      return comparison.fields().stream().anyMatch(it -> it.match() == Match.DIFFERENT);
    }
  }

  /** They may not be: nothing is told of the licence. */
  record Denied(Denial denial) implements ComparisonAnswer {
    /** A consent states a holder, who may be guessed too. */
    @Override
    public boolean isWrong() {
      return denial == Denial.CONSENT_NOT_BY_HOLDER;
    }
  }

  /**
   * The organisation was wrong about this licence too often.
   *
   * @param until when it may compare again
   */
  record Exhausted(Instant until) implements ComparisonAnswer {
    @Override
    public boolean isWrong() {
      return false;
    }
  }
}
