package licencehub.library;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import licencehub.model.Text;
import licencehub.model.code.SourceId;
import licencehub.model.ledger.Checkpoint;

/**
 * A library as of one moment, for whoever checks or copies it while others go on writing. It cannot
 * be written through.
 */
public interface Archive extends AutoCloseable {
  /** The newest checkpoint, absent while the log is empty. */
  Optional<Checkpoint> latest();

  /**
   * Filed events in the order of their sequence.
   *
   * @param from the first sequence wanted
   */
  List<Filed> events(long from, int limit);

  /**
   * What stands in one part, in the order of the keys.
   *
   * @param after the last key already read; empty for the beginning
   */
  List<Row> rows(Part part, List<String> after, int limit);

  @Override
  void close();

  /**
   * What is kept of one submission.
   *
   * @param document the canonical CloudEvent, UTF-8 JSON
   * @param original the exact bytes received
   */
  record Filed(
      long sequence,
      SourceId source,
      String id,
      Instant receivedAt,
      byte[] document,
      byte[] original) {}

  /** Everything that follows from the filed events, and from nothing else. */
  enum Part {
    /** Each event's own columns and digests. */
    EVENTS("事件", "events"),
    /** What the events of each licence add up to. */
    LICENCES("证照", "licences"),
    /** Which licence replaces which. */
    REPLACEMENTS("替代关系", "replacements"),
    /** The standing version of each step of each case. */
    CASE_STEPS("办件环节", "case steps"),
    /** The uses of licences. */
    USES("用证", "uses"),
    /** Which uses were called back. */
    RECALLS("用证追溯", "recalls"),
    /** How often each grant was made use of. */
    TALLIES("用证次数", "use tallies"),
    /** Where feedback and scans on trust stand. */
    FOLLOW_UPS("后续事项", "follow-ups"),
    /** Who leads each joint application. */
    JOINTS("联办件", "joint applications"),
    /** The standing version of each thing stated of one. */
    JOINT_STEPS("联办情况", "steps of joint applications"),
    /** Its parts. */
    JOINT_PARTS("联办事项", "parts of joint applications"),
    /** The leaves of the ledger. */
    LEAVES("账本叶", "ledger leaves");

    private final Text text;

    Part(String zh, String en) {
      this.text = Text.of(zh, en);
    }

    public Text text() {
      return text;
    }
  }

  /**
   * One row of a part, the same in every engine.
   *
   * @param key tells it from the others; numbers have 19 digits, so that text sorts as they do
   * @param values {@code name=value}; nothing that names a person
   */
  record Row(List<String> key, List<String> values) {
    public Row {
      key = List.copyOf(key);
      values = List.copyOf(values);
    }
  }
}
