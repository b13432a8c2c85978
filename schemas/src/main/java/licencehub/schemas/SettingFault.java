package licencehub.schemas;

import licencehub.model.Text;

/**
 * One thing wrong with a configuration file.
 *
 * @param key where, in dots: {@code trust.policies[0].clockSkew}; empty for the whole file
 * @param value what stands there, masked where the key sounds secret; empty where it is missing
 * @param remedy a line that would be right; empty where the message already says it
 */
public record SettingFault(String key, String value, Text message, String remedy) {
  /** One line for a terminal: the key, what is wrong in both languages, and the remedy. */
  @Override
  public String toString() {
    return key + ": " + message + (remedy.isEmpty() ? "" : " → " + remedy);
  }
}
