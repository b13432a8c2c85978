package licencehub.hub.config;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import licencehub.model.Text;
import tools.jackson.databind.JsonNode;

/** Reads words and names of the sharing directory's files. */
final class Nodes {
  private Nodes() {}

  static Text name(JsonNode it) {
    return Text.of(it.at("/name/zh").asString(), it.at("/name/en").asString());
  }

  static <T> List<T> texts(JsonNode list, Function<String, T> make) {
    return list.valueStream().map(JsonNode::asString).map(make).toList();
  }

  /** The one of the words that is written so; the schema has made sure that there is one. */
  static <T> T word(T[] words, Function<T, String> wire, String word) {
    return Arrays.stream(words).filter(it -> wire.apply(it).equals(word)).findFirst().orElseThrow();
  }
}
