package licencehub.hub.federation;

import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import licencehub.federation.HubCard;
import licencehub.federation.Level;
import licencehub.federation.Peer;
import licencehub.ledger.VerifierKey;
import licencehub.model.Text;
import licencehub.model.code.RegionCode;

/**
 * A hub with keys of its own, as others know it.
 *
 * @param id begins and ends as ids do
 */
public record SomeHub(String id, PeerIdentity identity) {
  private static final VerifierKey LEDGER =
      VerifierKey.parse("gd-440100+82ee7dad+AddamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea");

  /** Makes its keys in a folder. */
  public static SomeHub in(Path keys, String id) {
    return new SomeHub(
        id,
        PeerIdentity.open(
            keys, Text.of("枢纽" + id, "Hub " + id), new SecureRandom(), Instant.now()));
  }

  /** What others have of it when it is reached at this port of this machine. */
  public Peer at(int port) {
    return known(identity, port);
  }

  /** The same, with the certificates of another. */
  public Peer known(PeerIdentity by, int port) {
    return new Peer(card(by, port), Set.of("checkpoint"));
  }

  public HubCard card(PeerIdentity by, int port) {
    return new HubCard(
        id,
        Text.of("枢纽" + id, "Hub " + id),
        new RegionCode("440100"),
        Level.CITY,
        URI.create("https://127.0.0.1:" + port),
        by.transport().certificate(),
        by.signer().chain(),
        List.of(LEDGER));
  }
}
