package licencehub.connectors;

import java.nio.file.Path;
import licencehub.model.code.RegionCode;
import licencehub.model.code.SourceId;
import licencehub.model.event.Organisation;
import tools.jackson.databind.node.ObjectNode;

/**
 * One source as its department file declares it, already valid against the connector's schema.
 *
 * @param home the folder relative paths in {@code settings} start from
 * @param dialect what the source's bytes mean, ready to use
 */
public record SourceConfig(
    SourceId id,
    Organisation department,
    RegionCode region,
    ObjectNode settings,
    Dialect dialect,
    Path home) {}
