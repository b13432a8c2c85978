package licencehub.hub;

import java.time.Instant;
import licencehub.federation.Peer;
import licencehub.federation.PeerStanding;
import licencehub.federation.message.Lie;
import licencehub.hub.http.HealthItem;
import licencehub.model.Text;

/** How a peer stands, for the health page. */
final class PeerHealth {
  private PeerHealth() {}

  /** A hub works without any of its peers, so none is critical. */
  static HealthItem item(Peer peer, PeerStanding standing) {
    String name = "peer " + peer.hub();
    Lie lie = standing.lie();
    String trouble = standing.trouble();
    if (lie != null) {
      return HealthItem.troubled(
          name,
          false,
          Text.of("答复不可信：" + lie.text().zh(), "it is not believed: " + lie.text().en()));
    }
    if (trouble != null) {
      Instant heard = standing.heard();
      return HealthItem.troubled(
          name,
          false,
          Text.of(
              "没有答复：" + trouble + "；上次答复 " + (heard == null ? "从未" : heard),
              "it does not answer: "
                  + trouble
                  + "; last heard "
                  + (heard == null ? "never" : heard)));
    }
    return HealthItem.fine(name, false);
  }
}
