package licencehub.routes;

import java.util.Optional;
import licencehub.connectors.BatchSource;
import licencehub.connectors.DeadLetterBox;
import licencehub.connectors.PushSource;
import licencehub.model.code.SourceId;
import licencehub.routes.lease.LeasedSource;
import org.jspecify.annotations.Nullable;

/**
 * One source in operation.
 *
 * @param connector the connector's kind, for people
 * @param dialect the dialect's name, for people
 * @param deadLetters what its server has given up delivering; null where it keeps no such thing
 */
public record Source(
    SourceRules rules,
    String connector,
    String dialect,
    BatchSource reader,
    @Nullable DeadLetterBox deadLetters,
    Pace pace) {
  /** One whose server keeps no dead letters. */
  public Source(
      SourceRules rules, String connector, String dialect, BatchSource reader, Pace pace) {
    this(rules, connector, dialect, reader, null, pace);
  }

  public SourceId id() {
    return rules.id();
  }

  /** Whether it is another hub's to read. */
  public boolean isElsewhere() {
    return reader instanceof LeasedSource it && it.isElsewhere();
  }

  /** The hub that reads it, as far as is known; empty for one that all hubs read. */
  public Optional<String> node() {
    return reader instanceof LeasedSource it ? it.node() : Optional.empty();
  }

  /** The hand-over of a source that departments push to over HTTP. */
  public Optional<PushSource> push() {
    return reader instanceof PushSource push ? Optional.of(push) : Optional.empty();
  }
}
