package licencehub.routes;

import java.util.Optional;
import licencehub.connectors.BatchSource;
import licencehub.connectors.PushSource;
import licencehub.model.code.SourceId;

/**
 * One source in operation.
 *
 * @param connector the connector's kind, for people
 * @param dialect the dialect's name, for people
 */
public record Source(
    SourceRules rules, String connector, String dialect, BatchSource reader, Pace pace) {
  public SourceId id() {
    return rules.id();
  }

  /** The hand-over of a source that departments push to over HTTP. */
  public Optional<PushSource> push() {
    return reader instanceof PushSource push ? Optional.of(push) : Optional.empty();
  }
}
