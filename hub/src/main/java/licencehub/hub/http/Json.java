package licencehub.hub.http;

import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.function.Consumer;
import licencehub.model.Text;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Writes JSON answers field by field; nothing is bound to a bean. */
final class Json {
  static final String MEDIA_TYPE = "application/json";
  static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final int USUAL = 2048;

  private Json() {}

  /** A 200 answer. */
  static Answer.Document answer(Consumer<JsonGenerator> body) {
    return answer(200, body);
  }

  static Answer.Document answer(int status, Consumer<JsonGenerator> body) {
    return new Answer.Document(status, MEDIA_TYPE, bytes(body), Map.of());
  }

  static byte[] bytes(Consumer<JsonGenerator> body) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(USUAL);
    try (JsonGenerator json = MAPPER.createGenerator(out)) {
      body.accept(json);
    }
    return out.toByteArray();
  }

  /** {@code "name": {"zh": …, "en": …}}. */
  static void text(JsonGenerator json, String name, Text text) {
    json.writeObjectPropertyStart(name);
    json.writeStringProperty("zh", text.zh());
    json.writeStringProperty("en", text.en());
    json.writeEndObject();
  }
}
