package licencehub.connectors;

import licencehub.model.Text;

/**
 * Describes a connector to those who write department files.
 *
 * @param kind the word in department files, for example {@code jdbc}
 * @param settingsSchema JSON Schema 2020-12 of the {@code settings} object, as text; it refuses
 *     unknown keys and gives an example for every key
 */
public record ConnectorSpec(String kind, Text title, String settingsSchema) {}
