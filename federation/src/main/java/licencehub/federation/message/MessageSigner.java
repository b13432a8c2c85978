package licencehub.federation.message;

import java.security.SecureRandom;
import licencehub.verification.EnvelopeSigner;
import licencehub.verification.SignerKey;

/** Signs what this hub says to others. Safe for many threads. */
public final class MessageSigner {
  private final EnvelopeSigner signer;

  public MessageSigner(SignerKey key, SecureRandom random) {
    this.signer = new EnvelopeSigner(key, random);
  }

  /** The request as a DSSE envelope. */
  public byte[] sign(PeerRequest request) {
    return signer.dsse(MessageForm.write(request));
  }

  /** The answer as a DSSE envelope. */
  public byte[] sign(PeerAnswer answer) {
    return signer.dsse(MessageForm.write(answer));
  }

  /** An event this hub hands on, as a DSSE envelope. */
  public byte[] sign(byte[] event) {
    return signer.dsse(event);
  }
}
