package licencehub.library;

import java.time.Duration;
import java.util.List;

/** The change stream: filed events in the order they were committed, without gaps. */
public interface Outbox {
  /**
   * @param position sequence of the last event already seen; -1 for the beginning
   */
  List<HistoryEntry> after(long position, int limit);

  /** The same of events about licences alone: for who reads the whole stream for their sake. */
  List<HistoryEntry> licencesAfter(long position, int limit);

  /** Sequence of the newest event, -1 when there is none. */
  long head();

  /** Waits until there is something after {@code position}, and tells whether there is. */
  boolean await(long position, Duration patience);
}
