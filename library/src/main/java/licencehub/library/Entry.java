package licencehub.library;

import java.time.Instant;
import java.util.List;
import licencehub.model.Fault;
import licencehub.model.VerificationReport;
import licencehub.model.code.SourceId;
import licencehub.model.event.Event;
import org.jspecify.annotations.Nullable;

/** One submission ready to be written down. */
public sealed interface Entry {
  SourceId source();

  /** The exact bytes received, and what they claim to be. */
  Original original();

  /**
   * The quarantine entry this is a replay of, which its outcome settles; null for a first attempt.
   */
  @Nullable Long replayOf();

  /**
   * A submission that passed everything.
   *
   * @param document the canonical CloudEvent, UTF-8 JSON
   * @param report null where the source is trusted by its channel
   */
  record Filing(
      Event event,
      Original original,
      byte[] document,
      @Nullable VerificationReport report,
      @Nullable Long replayOf)
      implements Entry {
    @Override
    public SourceId source() {
      return event.source();
    }
  }

  /**
   * A submission that is set aside.
   *
   * @param id the sender's number, where it could be read
   */
  record Rejection(
      SourceId source,
      Original original,
      @Nullable String id,
      List<Fault> faults,
      @Nullable Long replayOf)
      implements Entry {
    public Rejection {
      faults = List.copyOf(faults);
      if (faults.isEmpty()) {
        throw new IllegalArgumentException("a rejection has a reason");
      }
    }
  }

  /**
   * The bytes as they came.
   *
   * @param locator where they stood at the source, for people
   */
  record Original(byte[] bytes, String mediaType, String locator, Instant receivedAt) {}
}
