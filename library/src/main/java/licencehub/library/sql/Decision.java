package licencehub.library.sql;

import java.util.List;
import licencehub.library.UseOutcome;
import licencehub.model.Fault;
import org.jspecify.annotations.Nullable;

/** What the writer decided about one entry; it becomes an outcome when its receipt is there. */
sealed interface Decision {
  /**
   * Filed, in this group.
   *
   * @param standing the version that stood already; null when the event stands itself
   */
  record Filed(long sequence, @Nullable Long standing) implements Decision {}

  /** A repeat of what was filed before, maybe in this group. */
  record Repeat(long first) implements Decision {}

  record SetAside(long number, List<Fault> faults) implements Decision {}

  /** A use that was not recorded. */
  record NotUsed(UseOutcome why) implements Decision {}
}
