package licencehub.connectors.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import licencehub.connectors.settings.Secret;
import licencehub.model.MalformedValue;
import licencehub.model.Text;
import org.apache.kafka.common.config.provider.EnvVarConfigProvider;

/**
 * Client properties for encryption and login, in a file of their own. A value may name a variable
 * of the environment: {@code ${env:NAME}}.
 */
final class SecurityProperties {
  private static final Set<String> ALLOWED = Set.of("security.", "sasl.", "ssl.");

  private SecurityProperties() {}

  /**
   * Read anew each time, so that a changed password needs no restart.
   *
   * @param home the folder {@code file}, and the stores named in it, are relative to
   */
  static Map<String, Object> read(Path home, String file) {
    Properties properties = new Properties();
    try (InputStreamReader in =
        new InputStreamReader(new ByteArrayInputStream(Secret.bytes(home, file)), UTF_8)) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, Object> config = new HashMap<>();
    for (String key : properties.stringPropertyNames()) {
      if (ALLOWED.stream().noneMatch(key::startsWith)) {
        throw MalformedValue.of(
            Text.of("客户端属性 " + file, "client property in " + file),
            key,
            Text.of("只能是 security.、sasl.、ssl. 开头", "must start with security., sasl. or ssl."),
            "security.protocol=SASL_SSL");
      }
      config.put(key, placed(home, key, properties.getProperty(key)));
    }
    config.put("config.providers", "env");
    config.put("config.providers.env.class", EnvVarConfigProvider.class.getName());
    return config;
  }

  /** Key and trust stores stand where all files do: relative to the configuration. */
  private static String placed(Path home, String key, String value) {
    return key.endsWith(".location") ? home.resolve(value).toString() : value;
  }
}
