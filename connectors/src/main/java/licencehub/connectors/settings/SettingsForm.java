package licencehub.connectors.settings;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import licencehub.model.MalformedValue;
import licencehub.model.Text;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The settings of one connector: their JSON Schema, a resource beside the record they are bound to.
 * The schema's {@code default} values are the only place defaults are written.
 *
 * @param <T> the settings record
 */
public final class SettingsForm<T> {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Class<T> type;
  private final String schema;
  private final JsonNode properties;

  private SettingsForm(Class<T> type, String schema) {
    this.type = type;
    this.schema = schema;
    this.properties = JSON.readTree(schema).path("properties");
  }

  /** Loads the schema from {@code resource}, relative to {@code type}. */
  public static <T> SettingsForm<T> of(Class<T> type, String resource) {
    try (InputStream in = type.getResourceAsStream(resource)) {
      byte[] bytes = Objects.requireNonNull(in, resource).readAllBytes();
      return new SettingsForm<>(type, new String(bytes, UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The JSON Schema as text. */
  public String schema() {
    return schema;
  }

  /**
   * Binds settings that meet the schema, with its defaults where they say nothing.
   *
   * @throws MalformedValue when a value cannot be what the schema could not fully describe
   */
  public T read(ObjectNode settings) {
    ObjectNode whole = settings.deepCopy();
    fill(whole, properties);
    try {
      return JSON.treeToValue(whole, type);
    } catch (JacksonException e) {
      throw e.getCause() instanceof MalformedValue known ? known : unbound(e);
    }
  }

  private static void fill(ObjectNode settings, JsonNode properties) {
    properties
        .properties()
        .forEach(
            it -> {
              JsonNode preset = it.getValue().path("default");
              if (!settings.has(it.getKey()) && !preset.isMissingNode()) {
                settings.set(it.getKey(), preset);
              }
              if (settings.get(it.getKey()) instanceof ObjectNode inner) {
                fill(inner, it.getValue().path("properties"));
              }
            });
  }

  private static MalformedValue unbound(JacksonException e) {
    return MalformedValue.of(
        Text.of("连接设置", "connector settings"),
        e.getPathReference(),
        Text.of("取值无法识别", "has a value that cannot be read"),
        "PT5S");
  }
}
