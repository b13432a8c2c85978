package licencehub.hub.config;

import licencehub.model.Text;
import licencehub.schemas.ConfigSchemas;
import licencehub.schemas.SettingFault;

/** Checks one place of a settings file against a JSON Schema. */
final class SettingsCheck {
  private SettingsCheck() {}

  /**
   * Notes everything the schema does not allow.
   *
   * @param schema JSON Schema 2020-12 as text
   */
  static void check(String schema, Tree settings) {
    ConfigSchemas.check(schema, settings.object()).forEach(it -> add(it, settings));
  }

  private static void add(SettingFault fault, Tree settings) {
    String inner = fault.key();
    String joint = inner.isEmpty() || inner.startsWith("[") || settings.at().isEmpty() ? "" : ".";
    Text remedy =
        fault.remedy().isEmpty()
            ? Text.of("按提示改正", "correct it as the message says")
            : Text.of("例如 " + fault.remedy(), "for example " + fault.remedy());
    settings.faults().add(settings.at() + joint + inner, fault.value(), fault.message(), remedy);
  }
}
