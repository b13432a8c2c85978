package licencehub.connectors.nativeform;

import java.util.Set;
import licencehub.connectors.Dialect;
import licencehub.connectors.DialectKind;
import licencehub.model.MalformedValue;
import licencehub.model.Text;
import licencehub.model.code.RegionCode;
import licencehub.model.code.SourceId;
import licencehub.model.event.Organisation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes the dialect {@code native}: signed envelopes. With {@code mapping: {unsigned: true}} bare
 * CloudEvents pass too, for sources that are trusted by their channel.
 */
public final class NativeDialectKind implements DialectKind {
  private static final String UNSIGNED = "unsigned";

  @Override
  public String name() {
    return "native";
  }

  @Override
  public Dialect open(
      SourceId source, Organisation department, RegionCode region, ObjectNode overrides) {
    for (String key : overrides.propertyNames()) {
      if (!Set.of(UNSIGNED).contains(key)) {
        throw wrong(key, Text.of("不是本方言的设置", "is not a setting of this dialect"));
      }
    }
    JsonNode unsigned = overrides.path(UNSIGNED);
    if (!unsigned.isMissingNode() && !unsigned.isBoolean()) {
      throw wrong(UNSIGNED, Text.of("应为 true 或 false", "must be true or false"));
    }
    return new NativeDialect(unsigned.asBoolean(false));
  }

  private static MalformedValue wrong(String key, Text rule) {
    return MalformedValue.of(
        Text.of("映射设置 mapping", "mapping setting"), key, rule, "unsigned: true");
  }
}
