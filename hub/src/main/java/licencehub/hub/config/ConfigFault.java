package licencehub.hub.config;

import java.nio.file.Path;
import licencehub.model.Text;

/**
 * One thing wrong with the configuration, and what to do about it.
 *
 * @param file the file at fault, or the folder where a file is missing
 * @param line where in the file, from 1; 0 when it is about the whole file
 * @param key the setting, as keys from the top: {@code sources[0].connector}; empty for the file
 * @param value what stands there now; empty when nothing does, hidden when it may be a secret
 * @param message what is wrong
 * @param remedy what to write instead
 */
public record ConfigFault(
    Path file, int line, String key, String value, Text message, Text remedy) {

  /** File and line in the form editors and terminals make clickable. */
  public String place() {
    return line > 0 ? file + ":" + line : file.toString();
  }

  @Override
  public String toString() {
    String shown = value.isEmpty() ? "" : " = " + value;
    return place()
        + (key.isEmpty() ? "" : " " + key + shown)
        + "\n  "
        + message
        + "\n  → "
        + remedy;
  }
}
