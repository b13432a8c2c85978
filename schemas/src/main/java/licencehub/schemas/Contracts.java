package licencehub.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import licencehub.model.event.EventType;

/** The published contracts as texts, exactly as they lie beside their examples. */
public final class Contracts {
  /** What every schema's {@code $id} starts with; the rest is its name. */
  public static final String BASE = "https://licencehub.example/schemas/";

  private static final String VERSION = ".v1";
  private static final String FILE = "/v1.schema.json";
  private static final List<String> NAMES = allNames();

  private Contracts() {}

  /** The OpenAPI 3.1 description of the HTTP interface, YAML. */
  public static String openApi() {
    return resource("/openapi/openapi.yaml");
  }

  /** The JSON Schema of one type of event. */
  public static String schema(EventType type) {
    return resource("/schemas/" + nameOf(type));
  }

  /** Names the part of a schema that describes the {@code data} of one type of event. */
  public static String dataSchema(EventType type) {
    return BASE + nameOf(type) + "#/properties/data";
  }

  /** The JSON Schema of {@code config/hub.yaml}. */
  public static String hubSettings() {
    return resource("/schemas/config/hub.schema.json");
  }

  /** The JSON Schema of {@code config/departments/*.yaml}. */
  public static String departmentSettings() {
    return resource("/schemas/config/department.schema.json");
  }

  /** The JSON Schema of {@code config/licence-types/*.yaml}. */
  public static String licenceTypeSettings() {
    return resource("/schemas/config/licence-type.schema.json");
  }

  /** The JSON Schema of {@code config/items/*.yaml}. */
  public static String itemSettings() {
    return resource("/schemas/config/item.schema.json");
  }

  /** The JSON Schema of {@code config/grants/*.yaml}. */
  public static String grantSettings() {
    return resource("/schemas/config/grant.schema.json");
  }

  /** The JSON Schema of {@code config/peers/*.yaml}. */
  public static String peerSettings() {
    return resource("/schemas/config/peer.schema.json");
  }

  /** The name of every schema, for example {@code licence.issued/v1.schema.json}. */
  public static List<String> names() {
    return NAMES;
  }

  /** A schema by its name; empty for any other word. */
  public static Optional<String> find(String name) {
    return NAMES.contains(name) ? Optional.of(resource("/schemas/" + name)) : Optional.empty();
  }

  static String nameOf(EventType type) {
    return type.wire().substring(0, type.wire().length() - VERSION.length()) + FILE;
  }

  private static List<String> allNames() {
    List<String> names = new ArrayList<>();
    names.add("cloudevent" + FILE);
    names.add("common" + FILE);
    names.add("config/department.schema.json");
    names.add("config/grant.schema.json");
    names.add("config/hub.schema.json");
    names.add("config/item.schema.json");
    names.add("config/licence-type.schema.json");
    names.add("config/peer.schema.json");
    for (EventType type : EventType.values()) {
      names.add(nameOf(type));
    }
    return List.copyOf(names);
  }

  private static String resource(String path) {
    try (InputStream in = Contracts.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("the build lost " + path);
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
