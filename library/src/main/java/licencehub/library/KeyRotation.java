package licencehub.library;

import java.util.SortedSet;
import java.util.TreeSet;

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
   * @throws licencehub.model.Unavailable when a key that is needed is not on the ring, or nothing
   *     could be written
   */
  Progress step(int rows);

  /**
   * @param keys numbers of data keys, other than the current one, that rows may be under; 0 is the
   *     clear. A key that is not named here may leave the ring.
   * @param rows at most that are left under them
   * @param toIndex events at most that the index of the current index key lacks; 0: earlier index
   *     keys may leave the ring
   * @param moved rows the step dealt with; 0 when there is nothing more it can do
   * @param stuck rows that do not open under their own key: they were changed, and are left alone
   */
  record Progress(SortedSet<Integer> keys, long rows, long toIndex, long moved, long stuck) {
    public Progress {
      keys = new TreeSet<>(keys);
    }

    public boolean isDone() {
      return keys.isEmpty() && toIndex == 0;
    }
  }
}
