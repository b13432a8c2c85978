package licencehub.verification;

import java.time.Instant;

/** Judges the signatures of a document under one policy and one set of trust anchors. */
public interface SignatureVerifier {
  /**
   * Takes an envelope apart without believing it.
   *
   * @param bytes DSSE JSON, CMS (DER, PEM or base64) or JWS compact, as received
   */
  Envelope open(byte[] bytes);

  /**
   * Takes a signature that came beside its content.
   *
   * @param content the exact bytes signed
   * @param signature CMS SignedData without content, DER
   */
  Envelope openDetached(byte[] content, byte[] signature);

  /** Gathers the evidence and judges it for the moment the hub received the bytes. */
  Examination examine(Envelope.Opened envelope, Instant receivedAt);

  /** What the signatures are judged by at present; nothing of a signer that leads nowhere. */
  Backing backing(Envelope.Opened envelope);
}
