package licencehub.routes;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import licencehub.connectors.DeadLetter;
import licencehub.connectors.DeadLetterBox;
import licencehub.connectors.RawRecord;
import licencehub.library.Entry;
import licencehub.library.Entry.Original;
import licencehub.library.Journal;
import licencehub.model.Fault;
import licencehub.model.Reason;
import licencehub.model.Unavailable;
import licencehub.model.code.SourceId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings what a source's broker has given up delivering into the quarantine, unjudged: whatever
 * made its delivery fail must not happen again by itself. It leaves the broker when it is on disk.
 */
public final class DeadLetterRounds {
  private static final Logger LOG = LoggerFactory.getLogger(DeadLetterRounds.class);
  private static final int AT_A_TIME = 100;
  private static final Duration PATIENCE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private final SourceId source;
  private final DeadLetterBox box;
  private final Journal journal;
  private final InstantSource clock;
  private int failures;
  private Instant next = Instant.MIN;

  public DeadLetterRounds(
      SourceId source, DeadLetterBox box, Journal journal, InstantSource clock) {
    this.source = source;
    this.box = box;
    this.journal = journal;
    this.clock = clock;
  }

  SourceId source() {
    return source;
  }

  /** One round; a broker that does not answer is asked again later. */
  void make() {
    Instant now = clock.instant();
    if (now.isBefore(next)) {
      return;
    }
    try {
      collect(now);
      failures = 0;
    } catch (Unavailable | CompletionException e) {
      Duration pause = Duration.ofSeconds(1L << Math.min(failures++, 10));
      next = now.plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
      LOG.warn("{}: dead letters wait: {}", source, e.getMessage());
    }
  }

  private void collect(Instant now) {
    List<DeadLetter> letters = box.take(AT_A_TIME, PATIENCE);
    if (letters.isEmpty()) {
      return;
    }
    List<Entry> entries = new ArrayList<>(letters.size());
    letters.forEach(it -> entries.add(entry(it, now)));
    try {
      journal.file(entries).join();
    } catch (CompletionException e) {
      box.giveBack();
      throw e;
    }
    box.settle();
    LOG.warn("{}: {} dead letters went to the quarantine", source, letters.size());
  }

  private Entry entry(DeadLetter letter, Instant now) {
    RawRecord record = letter.record();
    return new Entry.Rejection(
        source,
        new Original(record.bytes(), record.mediaType(), record.locator(), now),
        null,
        List.of(Fault.of(Reason.DEAD_LETTER, letter.cause())),
        null);
  }
}
