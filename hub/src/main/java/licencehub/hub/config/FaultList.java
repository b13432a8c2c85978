package licencehub.hub.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import licencehub.model.MalformedValue;
import licencehub.model.Text;
import tools.jackson.databind.JsonNode;

/** Gathers the faults of one file; the first fault of a place hides later ones about the same. */
final class FaultList {
  private static final int SHOWN = 80;
  private static final Pattern SECRET =
      Pattern.compile("(?i)password|passphrase|secret|token|credential");
  private static final Pattern INDEX = Pattern.compile("/([0-9]+)(?=/|$)");
  private static final Pattern LAST = Pattern.compile("(\\.[^.\\[]*|\\[[0-9]+]|^[^.\\[]+)$");

  private final Path file;
  private final Map<String, Integer> lines;
  private final List<ConfigFault> faults = new ArrayList<>();
  private final Set<String> places = new HashSet<>();

  /**
   * @param lines key, as {@link #key} writes it, to line, from 1
   */
  FaultList(Path file, Map<String, Integer> lines) {
    this.file = file;
    this.lines = lines;
  }

  /**
   * @param key what is wrong, as {@link #key} writes it
   * @param value what stands there
   */
  void add(String key, String value, Text message, Text remedy) {
    if (places.add(key)) {
      String shown = value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value;
      String safe = SECRET.matcher(key).find() && !shown.isEmpty() ? "******" : shown;
      faults.add(new ConfigFault(file, line(key), key, safe, message, remedy));
    }
  }

  void add(String key, JsonNode value, Text message, Text remedy) {
    add(key, show(value), message, remedy);
  }

  /** Takes what an identifier type says about a value; its message ends with an example. */
  void add(String key, String value, MalformedValue wrong) {
    Text remedy = Text.of("请核对后改正", "check and correct it");
    add(key, value, wrong.text(), remedy);
  }

  boolean isEmpty() {
    return faults.isEmpty();
  }

  List<ConfigFault> all() {
    return List.copyOf(faults);
  }

  Path file() {
    return file;
  }

  /** File, line and key of a place, for sentences that point to it. */
  String place(String key) {
    int line = line(key);
    return file.getFileName() + (line > 0 ? ":" + line : "") + " " + key;
  }

  /** How a person writes a JSON Pointer: {@code sources[0].settings.url}. */
  static String key(String pointer) {
    Matcher index = INDEX.matcher(pointer);
    String dotted =
        index.replaceAll("[$1]").replace('/', '.').replace("~1", "/").replace("~0", "~");
    return dotted.startsWith(".") ? dotted.substring(1) : dotted;
  }

  /** The line of the place, or of the nearest one it lies in. */
  private int line(String key) {
    String at = key;
    while (!at.isEmpty() && !lines.containsKey(at)) {
      at = LAST.matcher(at).replaceFirst("");
    }
    return lines.getOrDefault(at, 0);
  }

  private static String show(JsonNode value) {
    if (value.isMissingNode()) {
      return "";
    }
    return value.isString() ? value.asString() : value.toString();
  }
}
