package licencehub.connectors;

import java.util.List;
import java.util.Optional;

/** Reaches one kind of departmental system. Found by {@link java.util.ServiceLoader}. */
public interface Connector {
  /** The word department files use for it, and the JSON Schema of its settings. */
  ConnectorSpec spec();

  /**
   * Tries, step by step, whether records could be read: resolve, connect, authenticate,
   * permissions. Changes nothing at the source. Stops at the first step that fails.
   */
  void check(SourceConfig config, Probe probe);

  /** What is there to read: tables, folders, queues, topics, pages; changes nothing. */
  List<Discovered> discover(SourceConfig config);

  /**
   * The first records, without acknowledging, marking, moving or deleting any.
   *
   * @param limit records at the most
   */
  List<RawRecord> sample(SourceConfig config, int limit);

  /** Opens the source for reading. Does not connect yet: that is the first poll's work. */
  BatchSource open(SourceConfig config, Positions positions);

  /**
   * Whether several hubs may read a source at once, because each record comes to one of them only;
   * where not, one hub reads it at a time.
   */
  default boolean isShared() {
    return false;
  }

  /** What the source's server has given up delivering; empty where it keeps no such thing. */
  default Optional<DeadLetterBox> deadLetters(SourceConfig config) {
    return Optional.empty();
  }
}
