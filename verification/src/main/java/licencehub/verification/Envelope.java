package licencehub.verification;

import java.util.List;
import licencehub.model.Fault;

/** A signed envelope taken apart; nothing about it is verified yet. */
public sealed interface Envelope {
  /** The forms of envelope the hub takes. */
  enum Form {
    DSSE,
    CMS,
    JWS
  }

  /**
   * @param payload the exact bytes the envelope carries: a canonical document
   * @param claims the signatures found, at least one
   */
  record Opened(Form form, byte[] payload, List<SignatureClaim> claims) implements Envelope {
    public Opened {
      claims = List.copyOf(claims);
    }
  }

  /** Not an envelope, or one that breaks its own format or the limits on size and depth. */
  record Unreadable(Fault fault) implements Envelope {}
}
