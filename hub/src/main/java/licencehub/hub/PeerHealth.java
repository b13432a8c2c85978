package licencehub.hub;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import licencehub.federation.Peer;
import licencehub.federation.PeerStanding;
import licencehub.federation.message.Lie;
import licencehub.hub.federation.Reconciliations;
import licencehub.hub.http.HealthItem;
import licencehub.model.Text;

/** How a peer stands, for the health page. */
final class PeerHealth {
  private PeerHealth() {}

  /** A hub works without any of its peers, so none is critical. */
  static HealthItem item(Peer peer, PeerStanding standing, Reconciliations rounds) {
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
    return rounds
        .last(peer.hub())
        .map(it -> new HealthItem(name, false, HealthItem.Status.UP, words(it)))
        .orElseGet(() -> HealthItem.fine(name, false));
  }

  private static Text words(Reconciliations.Round round) {
    Instant ended = round.ended().truncatedTo(ChronoUnit.SECONDS);
    return Text.of(
        ended + " 对账：" + round.compared() + " 条，补取 " + round.missing() + " 条",
        "reconciled at "
            + ended
            + ": "
            + round.compared()
            + " steps, of which "
            + round.missing()
            + " were missing and asked for");
  }
}
