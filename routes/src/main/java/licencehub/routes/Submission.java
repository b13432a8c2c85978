package licencehub.routes;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import licencehub.connectors.RawRecord;
import licencehub.library.Entry;
import licencehub.library.Entry.Original;
import licencehub.model.Digest;
import licencehub.model.Fault;
import licencehub.model.VerificationReport;
import licencehub.model.event.Event;
import licencehub.verification.Envelope;
import org.jspecify.annotations.Nullable;

/**
 * One record on its way through the hub. Each step of the journey hands on the next stage; a fault
 * at any step ends the way there.
 *
 * @param replayOf the quarantine entry this is a further attempt of; null for the first
 */
record Submission(
    SourceRules rules, RawRecord record, Instant receivedAt, @Nullable Long replayOf, Stage stage) {
  /** How far it has come. */
  sealed interface Stage {
    /** As it came. */
    record Received() implements Stage {}

    /** In canonical form; the envelope, if it has one, is open and not yet verified. */
    record Recognised(byte[] document, Envelope.@Nullable Opened envelope) implements Stage {}

    /** Meets its schema and holds no wrong code. */
    record Sound(Recognised recognised, Event event) implements Stage {}

    /** Its signature was judged, or its channel is trusted. */
    record Verified(Sound sound, @Nullable VerificationReport report, Set<Digest> signers)
        implements Stage {}

    /** May be stated by its source: ready to be filed. */
    record Authorised(Verified verified) implements Stage {}

    /** Cannot go on. */
    record Faulty(@Nullable String id, List<Fault> faults) implements Stage {}
  }

  static Submission received(SourceRules rules, RawRecord record, Instant at) {
    return new Submission(rules, record, at, null, new Stage.Received());
  }

  Submission at(Stage next) {
    return new Submission(rules, record, receivedAt, replayOf, next);
  }

  Submission faulty(@Nullable String id, List<Fault> faults) {
    return at(new Stage.Faulty(id, faults));
  }

  Original original() {
    return new Original(record.bytes(), record.mediaType(), record.locator(), receivedAt);
  }

  /** What is to be written down of it. */
  Entry entry() {
    return switch (stage) {
      case Stage.Authorised it -> {
        Stage.Sound sound = it.verified().sound();
        yield new Entry.Filing(
            sound.event(),
            original(),
            sound.recognised().document(),
            it.verified().report(),
            replayOf);
      }
      case Stage.Faulty it ->
          new Entry.Rejection(rules.id(), original(), it.id(), it.faults(), replayOf);
      case Stage.Received it -> throw unfinished();
      case Stage.Recognised it -> throw unfinished();
      case Stage.Sound it -> throw unfinished();
      case Stage.Verified it -> throw unfinished();
    };
  }

  private IllegalStateException unfinished() {
    return new IllegalStateException(
        "a submission of "
            + rules.id()
            + " left the journey at "
            + stage.getClass().getSimpleName());
  }
}
