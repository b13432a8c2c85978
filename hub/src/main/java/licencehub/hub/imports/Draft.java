package licencehub.hub.imports;

import tools.jackson.databind.node.ObjectNode;

/**
 * What one file of the configuration is to say, made of one or more rows.
 *
 * @param row the first of them, for messages
 * @param settings only what the input tells; the rest stays as it stands
 */
record Draft(Row row, String code, ObjectNode settings) {}
