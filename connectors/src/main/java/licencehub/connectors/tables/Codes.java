package licencehub.connectors.tables;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A code list: what a department's code means in a canonical document.
 *
 * @param key where the mapping holds it, for the operator who has to add a code
 */
record Codes(String key, Map<String, String> meanings) {
  Codes {
    meanings = Map.copyOf(meanings);
  }

  @Nullable String find(String code) {
    return meanings.get(code);
  }
}
