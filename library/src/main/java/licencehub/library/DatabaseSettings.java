package licencehub.library;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where an engine on a database server keeps its tables, and on what terms.
 *
 * @param addresses {@code host:port}; the one that takes writes is found among them
 * @param schema holds the tables of this library alone
 * @param password null where the server asks for none, or knows the user by other means
 * @param authority PEM; null for the roots of the platform
 * @param readers look-ups at a time; more wait
 * @param patience a statement that takes longer is given up
 * @param mayLose whether a server is accepted that acknowledges what a power cut can take back
 */
public record DatabaseSettings(
    List<String> addresses,
    String database,
    String schema,
    String user,
    @Nullable String password,
    Encryption encryption,
    @Nullable Path authority,
    int readers,
    Duration patience,
    boolean mayLose) {
  /** Look-ups at a time, unless set. */
  public static final int READERS = 8;

  /** How long a statement may take, unless set. */
  public static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final Pattern SCHEMA = Pattern.compile("[a-z][a-z0-9_]{0,62}");

  public DatabaseSettings {
    addresses = List.copyOf(addresses);
    if (addresses.isEmpty() || readers < 1 || !patience.isPositive()) {
      throw new IllegalArgumentException("an address, a reader and some patience are needed");
    }
    if (!SCHEMA.matcher(schema).matches()) {
      throw new IllegalArgumentException("no schema is called " + schema);
    }
  }

  /** How connections are encrypted. */
  public enum Encryption {
    /** In the clear: for a server on the same machine. */
    NONE,
    /** Encrypted, whoever answers. */
    ENCRYPTED,
    /** Encrypted, and the server's certificate is for its host and of a known authority. */
    VERIFIED
  }

  /** Without the password. */
  @Override
  public String toString() {
    return String.join(",", addresses) + "/" + database + "/" + schema;
  }
}
