package licencehub.routes.use;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import licencehub.model.event.LicenceStatus;
import licencehub.model.event.Statement.LicenceContent;
import licencehub.sharing.Licence;
import licencehub.sharing.Term;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A licence as an event states it, before it is filed, in the form the rules of sharing look at.
 */
public final class StatedLicence {
  private StatedLicence() {}

  /**
   * @param document the canonical document the statement was read from; it holds the face
   */
  public static Licence of(LicenceContent content, byte[] document, Instant at) {
    return new Licence(
        content.identifier(),
        content.name(),
        content.number(),
        LicenceStatus.VALID,
        new Term(content.issuedOn(), content.validFrom(), content.validTo()),
        content.speaker(),
        content.region(),
        content.holders(),
        face(JsonMapper.shared().readTree(document).path("data")),
        new Licence.Home("", at));
  }

  /**
   * The information items of a licence event by their names.
   *
   * @param data the event's {@code data}
   */
  public static Map<String, String> face(JsonNode data) {
    Map<String, String> face = new HashMap<>();
    data.path("items")
        .properties()
        .forEach(it -> face.put(it.getKey(), it.getValue().asString("")));
    return face;
  }
}
