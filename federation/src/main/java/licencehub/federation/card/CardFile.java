package licencehub.federation.card;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import licencehub.federation.HubCard;
import licencehub.model.Finding;
import licencehub.model.MalformedValue;
import licencehub.model.Text;
import licencehub.model.Verdict;
import licencehub.verification.Algorithm;
import licencehub.verification.Envelope;
import licencehub.verification.EnvelopeSigner;
import licencehub.verification.Examination;
import licencehub.verification.Policy;
import licencehub.verification.Revocations;
import licencehub.verification.SignatureVerifier;
import licencehub.verification.SignatureVerifiers;
import licencehub.verification.Trust;

/**
 * A card as a file {@code ID.card}: a CloudEvent {@value #TYPE} in a DSSE envelope, signed with the
 * key of the certificate it carries. The signature shows that nobody has altered it; whose it is,
 * only comparing the signer's fingerprint over another way can tell.
 */
public final class CardFile {
  /** The event's type. */
  public static final String TYPE = "peer.card.v1";

  private static final int MOST_BYTES = 64 << 10;
  private static final Policy POLICY =
      new Policy(
          "peer-card/1",
          EnumSet.allOf(Algorithm.class),
          false,
          Duration.ofDays(1),
          Policy.WhenStale.ACCEPT,
          Duration.ofMinutes(5));

  /** For looking into an envelope before it is known who should have signed it. */
  private static final Trust NOBODY = new Trust(List.of(), List.of(), List.of());

  private CardFile() {}

  /** What a file turned out to be. */
  public sealed interface Read {
    /**
     * A card as its signer wrote it.
     *
     * @param at when it was written, as it says
     */
    record Sound(HubCard card, Instant at) implements Read {}

    /** No card, or not as it was written. */
    record Unsound(Text why) implements Read {}
  }

  /** The file's bytes: one line of JSON. */
  public static byte[] write(HubCard card, EnvelopeSigner signer, Instant at) {
    byte[] envelope = signer.dsse(CardEvent.write(card, at));
    byte[] line = Arrays.copyOf(envelope, envelope.length + 1);
    line[envelope.length] = '\n';
    return line;
  }

  /**
   * @param now when its certificates must hold
   */
  public static Read read(byte[] bytes, Instant now) {
    return switch (verifier(NOBODY).open(bytes)) {
      case Envelope.Unreadable it ->
          unsound(
              "不是枢纽名片：" + it.fault().detail().zh(),
              "this is no card of a hub: " + it.fault().detail().en());
      case Envelope.Opened it -> read(it, now);
    };
  }

  private static Read read(Envelope.Opened envelope, Instant now) {
    try {
      CardEvent.Parsed parsed = CardEvent.read(envelope.payload());
      HubCard card = parsed.card();
      Examination found = verifier(card.trust()).examine(envelope, now);
      return switch (found.report().verdict()) {
        case Verdict.Trusted it when found.signers().contains(Trust.id(card.signer().getFirst())) ->
            new Read.Sound(card, parsed.at());
        case Verdict.Trusted it -> unsound("名片不是本人所签", "somebody else signed this card");
        case Verdict.Rejected it -> broken(it.finding());
        case Verdict.Undecided it -> broken(it.finding());
      };
    } catch (MalformedValue e) {
      return new Read.Unsound(e.text());
    }
  }

  private static SignatureVerifier verifier(Trust trust) {
    return SignatureVerifiers.of(POLICY, trust, Revocations.none(), MOST_BYTES);
  }

  private static Read broken(Finding finding) {
    return unsound(
        "名片的签名不成立，可能已被改动：" + finding.check() + " " + finding.reason(),
        "the card's signature does not hold, it may have been altered: " + finding.detail());
  }

  private static Read unsound(String zh, String en) {
    return new Read.Unsound(Text.of(zh, en));
  }
}
