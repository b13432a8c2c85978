package licencehub.library.postgres;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import licencehub.library.DatabaseSettings;
import org.jspecify.annotations.Nullable;

/**
 * How connections to a database server are laid, as its driver wants to be told.
 *
 * @param name what they are called there
 */
record ServerLine(DatabaseSettings settings, String name) {
  /** Of nothing but the address: somebody else's fault lies behind a server that takes longer. */
  private static final int CONNECT_SECONDS = 10;

  /** A writer that stands still in the middle of a transaction holds up every hub. */
  private static final Duration IDLE = Duration.ofSeconds(15);

  /** Rows fetched at a time. */
  private static final int FETCH = 500;

  /** Whoever leases waits for nothing: its time runs out meanwhile. */
  private static final Duration LEASING = Duration.ofSeconds(2);

  String url() {
    return "jdbc:postgresql://"
        + String.join(",", settings.addresses())
        + "/"
        + settings.database();
  }

  /** Whose every statement is answered soon or given up. */
  Properties leasing() {
    Properties all = properties();
    String seconds = Long.toString(LEASING.toSeconds());
    set(all, "connectTimeout", seconds);
    set(all, "loginTimeout", seconds);
    set(all, "socketTimeout", seconds);
    set(all, "options", String.join(" ", options(LEASING.dividedBy(2))));
    return all;
  }

  /** With the patience the settings have. */
  Properties properties() {
    Properties all = new Properties();
    String password = settings.password();
    set(all, "user", settings.user());
    set(all, "password", password);
    set(all, "currentSchema", settings.schema());
    set(all, "ApplicationName", name);
    set(all, "targetServerType", "primary");
    set(all, "connectTimeout", Long.toString(CONNECT_SECONDS));
    set(all, "loginTimeout", Long.toString(CONNECT_SECONDS));
    set(all, "socketTimeout", Long.toString(settings.patience().toSeconds() + CONNECT_SECONDS));
    set(all, "tcpKeepAlive", "true");
    set(all, "defaultRowFetchSize", Integer.toString(FETCH));
    set(all, "reWriteBatchedInserts", "true");
    set(all, "options", String.join(" ", options(settings.patience())));
    encryption(all);
    return all;
  }

  /** A lock is waited for half as long as a statement, so that it is known what was waited for. */
  private static List<String> options(Duration patience) {
    return List.of(
        "-c statement_timeout=" + patience.toMillis(),
        "-c lock_timeout=" + patience.toMillis() / 2,
        "-c idle_in_transaction_session_timeout=" + IDLE.toMillis());
  }

  private void encryption(Properties all) {
    switch (settings.encryption()) {
      case NONE -> set(all, "sslmode", "disable");
      case ENCRYPTED -> set(all, "sslmode", "require");
      case VERIFIED -> {
        set(all, "sslmode", "verify-full");
        set(
            all,
            "sslfactory",
            settings.authority() == null
                ? "org.postgresql.ssl.DefaultJavaSSLFactory"
                : "org.postgresql.ssl.LibPQFactory");
        set(all, "sslrootcert", Objects.toString(settings.authority(), null));
      }
    }
  }

  private static void set(Properties all, String property, @Nullable String value) {
    if (value != null) {
      all.setProperty(property, value);
    }
  }
}
