package licencehub.verification.envelope;

import java.util.List;

/** A payload and the signatures over it. */
public record Content(byte[] payload, List<Claim> claims) {
  public Content {
    claims = List.copyOf(claims);
  }
}
