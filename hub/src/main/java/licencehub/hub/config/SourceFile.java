package licencehub.hub.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import licencehub.model.code.SourceId;
import licencehub.model.event.DepartmentMandate;
import tools.jackson.databind.node.ObjectNode;

/**
 * One departmental system as its file declares it.
 *
 * @param connector how to reach it; known to this programme
 * @param dialect what its bytes mean; known to this programme
 * @param settings the connector's own, valid against its schema
 * @param mapping the dialect's overrides, empty if there are none
 * @param signers certificates that may sign for it, readable
 * @param policy the verification policy of {@code hub.yaml} it is judged under
 * @param mandate what it may state
 */
public record SourceFile(
    SourceId id,
    String connector,
    String dialect,
    ObjectNode settings,
    ObjectNode mapping,
    Trust trust,
    List<Path> signers,
    String policy,
    DepartmentMandate mandate,
    Limits limits,
    Poll poll,
    boolean enabled) {
  public SourceFile {
    signers = List.copyOf(signers);
  }

  /** The same, reached by other settings. */
  SourceFile reachedBy(ObjectNode others) {
    return new SourceFile(
        id, connector, dialect, others, mapping, trust, signers, policy, mandate, limits, poll,
        enabled);
  }

  /** Why its records are believed. */
  public enum Trust {
    /** Each carries a signature. */
    SIGNED,
    /** Case data is believed for the way it came; licences never are. */
    CHANNEL
  }

  /**
   * How much at once.
   *
   * @param batch records read and committed together
   * @param waiting records taken and not yet on disk, before the source has to wait
   * @param ratePerSecond records a second at the most, 0 for no limit
   */
  public record Limits(int batch, int waiting, int ratePerSecond) {}

  /**
   * How often.
   *
   * @param every pause after a poll that brought nothing
   * @param backOffMost longest pause after failures
   */
  public record Poll(Duration every, Duration backOffMost) {}
}
