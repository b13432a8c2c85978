package licencehub.connectors.tables;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Where one value of a canonical document comes from.
 *
 * @param key where the mapping holds this rule, for the operator who has to repair it
 * @param path the value's place in {@code data}, with dots: {@code certificate.validTo}
 * @param column the column it is read from; null for a constant or a context value
 * @param constant the value itself, where it does not come from the row
 * @param codes the code list it is looked up in, before {@code form}
 * @param matches what a text must look like, where its column may hold anything
 * @param patterns date and time patterns tried before the mapping's own
 * @param when conditions under which the field exists at all
 * @param or where to look instead when the column is empty or its code unknown
 * @param fallback the value when nothing else gave one
 * @param required whether a document without it is not worth sending
 */
record Field(
    String key,
    String path,
    @Nullable String column,
    @Nullable JsonNode constant,
    Form form,
    @Nullable Codes codes,
    @Nullable Pattern matches,
    List<String> patterns,
    List<Condition> when,
    @Nullable Field or,
    @Nullable JsonNode fallback,
    boolean required) {
  Field {
    patterns = List.copyOf(patterns);
    when = List.copyOf(when);
  }
}
