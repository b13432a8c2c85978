package licencehub.library;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Brings what was written under earlier keys, or in the clear, under the current ones: a little at
 * a time, while others read and write. What is done stays done when the hub stops in between.
 */
public interface KeyRotation {
  /** What is left. */
  Progress progress();

  /**
   * Does a little, in one transaction, and returns when it is on disk.
   *
   * @param rows at most
   * @throws licencehub.model.Unavailable when a key that is needed is not on the ring
   */
  Progress step(int rows);

  /**
   * @param rows how many rows at most are left under another data key, by its number; 0 is the
   *     clear. A key that is not named here may leave the ring.
   * @param toIndex events at most that the index of the current index key lacks; 0: earlier index
   *     keys may leave the ring
   * @param moved what the step did; 0 when there is nothing more it can do
   * @param stuck rows that do not open under their own key: they were changed, and are left alone
   */
  record Progress(SortedMap<Integer, Long> rows, long toIndex, long moved, long stuck) {
    public Progress {
      rows = new TreeMap<>(rows);
    }

    public boolean isDone() {
      return rows.isEmpty() && toIndex == 0;
    }
  }
}
