package licencehub.demo.world;

import java.util.List;
import licencehub.model.event.EventType;
import licencehub.model.event.Holder;
import tools.jackson.databind.node.ObjectNode;

/**
 * One case from application to collection, as its department would report it.
 *
 * @param documents canonical events in the order they happened; a licence, if one was issued, last
 */
public record Story(Body body, String caseNumber, Holder applicant, List<ObjectNode> documents) {
  public Story {
    documents = List.copyOf(documents);
  }

  /** Whether the case ended in a licence. */
  public boolean hasLicence() {
    return EventType.parse(documents.getLast().required("type").asString()).isLicence();
  }
}
