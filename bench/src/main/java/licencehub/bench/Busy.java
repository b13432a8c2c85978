package licencehub.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the time of filing went: waiting for entries, or filing; and which threads were busy. */
final class Busy {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final String WRITER = "library-writer";
  private static final String CALLER = Thread.currentThread().getName();
  private long records;
  private long waiting;
  private long filing;
  private Map<String, Long> before = processor();

  void add(int some, long waitingNanos, long filingNanos) {
    records += some;
    waiting += waitingNanos;
    filing += filingNanos;
  }

  void clear() {
    records = 0;
    waiting = 0;
    filing = 0;
    before = processor();
  }

  /** For each record: filing, of it the processor time of caller and writer; waiting. */
  String words() {
    Map<String, Long> now = processor();
    double each = 1e3 * Math.max(1, records);
    return String.format(
        Locale.ROOT,
        "filing %.0f µs a record, of it the caller's processor %.0f and the writer's %.0f;"
            + " %.0f waiting for records to be made",
        filing / each,
        since(now, CALLER) / each,
        since(now, WRITER) / each,
        waiting / each);
  }

  private double since(Map<String, Long> now, String thread) {
    return now.getOrDefault(thread, 0L) - before.getOrDefault(thread, 0L);
  }

  /** Nanoseconds by name of thread. */
  private static Map<String, Long> processor() {
    Map<String, Long> all = new HashMap<>();
    for (long id : THREADS.getAllThreadIds()) {
      @Nullable ThreadInfo it = THREADS.getThreadInfo(id);
      if (it != null) {
        all.merge(it.getThreadName(), THREADS.getThreadCpuTime(id), Long::sum);
      }
    }
    return all;
  }
}
