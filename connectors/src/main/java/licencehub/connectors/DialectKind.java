package licencehub.connectors;

import licencehub.model.code.RegionCode;
import licencehub.model.code.SourceId;
import licencehub.model.event.Organisation;
import tools.jackson.databind.node.ObjectNode;

/** Makes dialects of one name. Found by {@link java.util.ServiceLoader}. */
public interface DialectKind {
  /** The word department files use for it, for example {@code shandong}. */
  String name();

  /**
   * @param overrides the {@code mapping} object of the department file, empty if there is none
   * @throws licencehub.model.MalformedValue when an override makes no sense
   */
  Dialect open(SourceId source, Organisation department, RegionCode region, ObjectNode overrides);
}
