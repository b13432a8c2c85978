package licencehub.hub.federation;

import java.util.List;
import java.util.function.Supplier;
import licencehub.federation.HubAnswers;
import licencehub.federation.Peer;
import licencehub.federation.exchange.Portion;
import licencehub.federation.exchange.PortionQuestion;
import tools.jackson.databind.node.ObjectNode;

/**
 * What this hub answers hubs.
 *
 * @param peers as they are at present
 */
public record OwnAnswers(
    FilterAnswers filters, CaseGiver cases, OwnAnchors anchorList, Supplier<List<Peer>> peers)
    implements HubAnswers {
  @Override
  public ObjectNode filter(ObjectNode asked) {
    return filters.answer(asked);
  }

  @Override
  public ObjectNode anchors() {
    return anchorList.answer();
  }

  @Override
  public ObjectNode exchange(String hub, ObjectNode asked) {
    PortionQuestion question = PortionQuestion.read(asked);
    return peers.get().stream()
        .filter(it -> it.hub().equals(hub))
        .findFirst()
        .map(it -> cases.portion(it, question))
        .orElseGet(() -> Portion.nothing(question.after()))
        .write();
  }
}
