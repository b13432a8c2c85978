package licencehub.federation;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.List;
import licencehub.ledger.VerifierKey;
import licencehub.model.Text;
import licencehub.model.code.RegionCode;

/**
 * How a hub introduces itself to others 枢纽名片: nothing in it is secret.
 *
 * @param hub its id, unique among all that know each other
 * @param region whose licences live there
 * @param address where its peers reach it, https
 * @param transport certificate of its connections; RSA or a NIST curve, as TLS libraries know them
 * @param signer certificate its messages are signed with; SM2 as a rule
 * @param ledgerKeys what its checkpoints verify with
 */
public record HubCard(
    String hub,
    Text name,
    RegionCode region,
    Level level,
    URI address,
    X509Certificate transport,
    X509Certificate signer,
    List<VerifierKey> ledgerKeys) {
  public HubCard {
    ledgerKeys = List.copyOf(ledgerKeys);
  }
}
