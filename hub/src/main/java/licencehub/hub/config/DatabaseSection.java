package licencehub.hub.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import licencehub.hub.access.SecretFile;
import licencehub.library.DatabaseSettings;
import licencehub.library.DatabaseSettings.Encryption;
import licencehub.model.Text;
import licencehub.model.Unavailable;
import org.jspecify.annotations.Nullable;

/**
 * {@code library.settings} of {@code hub.yaml}: the database of an engine on a server.
 *
 * @param addresses each with a port
 * @param schema holds the tables of this library alone
 * @param passwordFile holds nothing but the password; null where there is none
 * @param passwordVariable the environment variable that has the password; null where none has
 * @param authority PEM; null for the roots of the platform
 * @param readers look-ups at a time
 * @param patience a statement that takes longer is given up
 * @param mayLose whether a server is accepted that can lose what it acknowledged
 */
public record DatabaseSection(
    List<String> addresses,
    String database,
    String schema,
    String user,
    @Nullable Path passwordFile,
    @Nullable String passwordVariable,
    Encryption encryption,
    @Nullable Path authority,
    int readers,
    Duration patience,
    boolean mayLose) {
  private static final String EMBEDDED = "sqlite";
  private static final String SCHEMA = "licencehub";

  public DatabaseSection {
    addresses = List.copyOf(addresses);
  }

  static void check(Tree library, Kinds kinds, PointedFiles files) {
    Words.known(library.get("engine"), kinds.engines(), Text.of("存储引擎", "library engine"));
    Tree settings = library.get("settings");
    boolean embedded = library.get("engine").text().equals(EMBEDDED);
    if (embedded && !settings.names().isEmpty()) {
      settings.wrong(
          Text.of("内嵌引擎没有设置", "the embedded engine has no settings"),
          Text.of("删去，或改用 engine: postgres", "leave them out, or choose engine: postgres"));
    }
    files.exists(settings.get("passwordFile"));
    files.certificate(settings.get("authorityFile"));
    if (!settings.get("patience").duration(DatabaseSettings.PATIENCE).isPositive()) {
      settings
          .get("patience")
          .wrong(
              Text.of("语句至少要有一点时间", "a statement needs some time"),
              Text.of("例如 PT30S", "for example PT30S"));
    }
  }

  /** Null for an embedded engine. */
  static @Nullable DatabaseSection read(Tree library, PointedFiles files) {
    Tree settings = library.get("settings");
    if (!settings.get("addresses").isPresent()) {
      return null;
    }
    Tree variable = settings.get("passwordVariable");
    String word = settings.get("encryption").text("verified");
    return new DatabaseSection(
        settings.get("addresses").items().stream().map(Tree::text).toList(),
        settings.get("database").text(),
        settings.get("schema").text(SCHEMA),
        settings.get("user").text(),
        path(settings.get("passwordFile"), files),
        variable.isPresent() ? variable.text() : null,
        Arrays.stream(Encryption.values())
            .filter(it -> it.name().toLowerCase(Locale.ROOT).equals(word))
            .findFirst()
            .orElse(Encryption.VERIFIED),
        path(settings.get("authorityFile"), files),
        settings.get("readers").number(DatabaseSettings.READERS),
        settings.get("patience").duration(DatabaseSettings.PATIENCE),
        settings.get("mayLose").flag(false));
  }

  /**
   * With the password.
   *
   * @param environment of this process
   * @throws Unavailable when it cannot be read
   */
  public DatabaseSettings settings(Map<String, String> environment) {
    return new DatabaseSettings(
        addresses,
        database,
        schema,
        user,
        password(environment),
        encryption,
        authority,
        readers,
        patience,
        mayLose);
  }

  private @Nullable String password(Map<String, String> environment) {
    if (passwordVariable != null) {
      return Objects.requireNonNullElseGet(
          environment.get(passwordVariable),
          () -> {
            throw new Unavailable(
                "library.settings.passwordVariable",
                "没有环境变量 " + passwordVariable + "。 There is no such environment variable.");
          });
    }
    return passwordFile == null ? null : SecretFile.text(passwordFile);
  }

  private static @Nullable Path path(Tree file, PointedFiles files) {
    return file.isPresent() ? files.path(file) : null;
  }
}
