package licencehub.federation;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.List;
import licencehub.ledger.VerifierKey;
import licencehub.model.MalformedValue;
import licencehub.model.Text;
import licencehub.model.code.RegionCode;
import licencehub.verification.Trust;

/**
 * How a hub introduces itself to others 枢纽名片: nothing in it is secret.
 *
 * @param hub its id, unique among all that know each other
 * @param region whose licences live there
 * @param address where its peers reach it, https
 * @param transport certificate of its connections; RSA or a NIST curve, as TLS libraries know them
 * @param signer certificate its messages are signed with, SM2 as a rule, and then those it was
 *     issued under, the root last
 * @param ledgerKeys what its checkpoints verify with
 */
public record HubCard(
    String hub,
    Text name,
    RegionCode region,
    Level level,
    URI address,
    X509Certificate transport,
    List<X509Certificate> signer,
    List<VerifierKey> ledgerKeys) {
  public HubCard {
    signer = List.copyOf(signer);
    ledgerKeys = List.copyOf(ledgerKeys);
    if (signer.size() < 2 || ledgerKeys.isEmpty()) {
      throw MalformedValue.of(
          Text.of("枢纽名片", "card of hub"),
          hub,
          Text.of(
              "应含签名证书及其根证书、账本公钥",
              "must have a signing certificate with its root, and keys of its ledger"),
          "gd-440300");
    }
  }

  /** Whom its messages are believed from: its one signer. */
  public Trust trust() {
    return new Trust(
        List.of(signer.getLast()),
        signer.subList(1, signer.size() - 1),
        List.of(signer.getFirst()));
  }
}
