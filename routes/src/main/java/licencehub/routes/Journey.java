package licencehub.routes;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import licencehub.connectors.RawRecord;
import licencehub.connectors.Recognised;
import licencehub.library.Entry;
import licencehub.model.Fault;
import licencehub.model.Finding;
import licencehub.model.Reason;
import licencehub.model.Text;
import licencehub.model.Verdict;
import licencehub.model.event.Event;
import licencehub.routes.SourceRules.Trust;
import licencehub.routes.Submission.Stage;
import licencehub.schemas.Catalogue;
import licencehub.schemas.Checked;
import licencehub.verification.Envelope;
import licencehub.verification.Examination;
import org.jspecify.annotations.Nullable;

/**
 * The judgement of one record, step by step, without writing anything: recognise, check, verify,
 * authorise. The live journey and the dry run go through the same steps.
 */
public final class Journey {
  private final Catalogue catalogue;
  private final @Nullable AttachedFiles files;

  /** Without a store: the files that licences refer to are not looked at. */
  public Journey(Catalogue catalogue) {
    this(catalogue, null);
  }

  /**
   * @param files the files that licences refer to; null where they are not looked at
   */
  public Journey(Catalogue catalogue, @Nullable AttachedFiles files) {
    this.catalogue = catalogue;
    this.files = files;
  }

  /** Takes one record through every step. */
  public Entry judge(SourceRules rules, RawRecord record, Instant receivedAt) {
    return authorise(verify(check(recognise(Submission.received(rules, record, receivedAt)))))
        .entry();
  }

  /** Brings the record into canonical form and opens its envelope. */
  Submission recognise(Submission it) {
    if (!(it.stage() instanceof Stage.Received)) {
      return it;
    }
    return switch (it.rules().config().dialect().recognise(it.record())) {
      case Recognised.Unsigned(byte[] document) -> it.at(new Stage.Recognised(document, null));
      case Recognised.Enveloped(byte[] bytes) ->
          opened(it, it.rules().verifier().open(bytes), null);
      case Recognised.Detached(byte[] document, byte[] signed, byte[] signature) ->
          opened(it, it.rules().verifier().openDetached(signed, signature), document);
      case Recognised.Unreadable(List<Fault> faults) -> it.faulty(null, faults);
    };
  }

  /**
   * Checks schema, codes and check characters, and that the event names the source that sent it.
   */
  Submission check(Submission it) {
    if (!(it.stage() instanceof Stage.Recognised recognised)) {
      return it;
    }
    return switch (catalogue.check(recognised.document())) {
      case Checked.Unsound(List<Fault> faults) ->
          it.faulty(catalogue.idOf(recognised.document()).orElse(null), faults);
      case Checked.Sound(Event event) when !event.source().equals(it.rules().id()) ->
          it.faulty(event.id(), List.of(sourceMismatch(event, it.rules())));
      case Checked.Sound(Event event) -> it.at(new Stage.Sound(recognised, event));
    };
  }

  /** Judges the signature, or the lack of one, and the file that comes with a licence. */
  Submission verify(Submission it) {
    Submission judged = signature(it);
    if (files == null || !(judged.stage() instanceof Stage.Verified verified)) {
      return judged;
    }
    Stage.Sound sound = verified.sound();
    List<Fault> objections =
        files.objections(it.rules(), sound.event(), sound.recognised().document(), it.receivedAt());
    return objections.isEmpty() ? judged : judged.faulty(sound.event().id(), objections);
  }

  private Submission signature(Submission it) {
    if (!(it.stage() instanceof Stage.Sound sound)) {
      return it;
    }
    Envelope.Opened envelope = sound.recognised().envelope();
    if (envelope == null) {
      boolean believed = it.rules().trust() == Trust.CHANNEL && !sound.event().type().isLicence();
      return believed
          ? it.at(new Stage.Verified(sound, null, Set.of()))
          : it.faulty(sound.event().id(), List.of(signatureMissing(sound.event())));
    }
    Examination examination = it.rules().verifier().examine(envelope, it.receivedAt());
    return switch (examination.report().verdict()) {
      case Verdict.Trusted trusted ->
          it.at(new Stage.Verified(sound, examination.report(), examination.signers()));
      case Verdict.Rejected(Finding finding) ->
          it.faulty(sound.event().id(), List.of(fault(finding)));
      case Verdict.Undecided(Finding finding) ->
          it.faulty(sound.event().id(), List.of(fault(finding)));
    };
  }

  /** Asks whether this source may state this, and whether its own certificates signed. */
  Submission authorise(Submission it) {
    if (!(it.stage() instanceof Stage.Verified verified)) {
      return it;
    }
    Event event = verified.sound().event();
    if (!it.rules().signers().containsAll(verified.signers())) {
      return it.faulty(event.id(), List.of(foreignSigner(it.rules())));
    }
    List<Fault> objections = it.rules().mandate().objections(event);
    return objections.isEmpty()
        ? it.at(new Stage.Authorised(verified))
        : it.faulty(event.id(), objections);
  }

  private static Submission opened(Submission it, Envelope envelope, byte @Nullable [] document) {
    return switch (envelope) {
      case Envelope.Opened opened ->
          it.at(
              new Stage.Recognised(Optional.ofNullable(document).orElse(opened.payload()), opened));
      case Envelope.Unreadable(Fault fault) -> it.faulty(null, List.of(fault));
    };
  }

  private static Fault fault(Finding finding) {
    Reason reason = finding.reason() == null ? Reason.INTERNAL_FAULT : finding.reason();
    return Fault.at(finding.check(), reason, Text.of(finding.detail(), finding.detail()));
  }

  private static Fault sourceMismatch(Event event, SourceRules rules) {
    return Fault.at(
        "/source",
        Reason.SOURCE_MISMATCH,
        Text.of(
            "事件写的是 "
                + event.source()
                + "，报送来源是 "
                + rules.id()
                + "；请把 source 改为 /sources/"
                + rules.id(),
            "the event says "
                + event.source()
                + " and came from "
                + rules.id()
                + "; set source to /sources/"
                + rules.id()));
  }

  private static Fault signatureMissing(Event event) {
    return Fault.of(
        Reason.SIGNATURE_MISSING,
        Text.of(
            event.type().wire() + " 必须带签名；请用 DSSE、CMS 或 JWS 信封报送",
            event.type().wire() + " needs a signature; send it in a DSSE, CMS or JWS envelope"));
  }

  private static Fault foreignSigner(SourceRules rules) {
    return Fault.of(
        Reason.SIGNER_NOT_ALLOWED,
        Text.of(
            "签名证书不在 " + rules.id() + " 的 signers 中；请由该部门的证书签名，或在部门文件中登记",
            "the certificate is not among the signers of "
                + rules.id()
                + "; sign with the department's own, or list it in the department file"));
  }
}
