package licencehub.library;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a search engine must know.
 *
 * @param addresses of its nodes
 * @param prefix begins the name of everything made there, so that hubs can share a cluster
 * @param login null where the engine asks for none
 * @param authority PEM file of the roots its certificate leads to; null for those of the platform
 * @param shards of an index that is made from now on
 * @param patience how long a question waits for the index to catch up with the repository
 */
public record SearchSettings(
    List<URI> addresses,
    String prefix,
    @Nullable Login login,
    @Nullable Path authority,
    int shards,
    Duration patience) {
  public SearchSettings {
    addresses = List.copyOf(addresses);
  }

  /** Who the hub is to the engine. */
  public sealed interface Login {
    record Password(String user, String password) implements Login {
      @Override
      public String toString() {
        return "user " + user;
      }
    }

    record ApiKey(String key) implements Login {
      @Override
      public String toString() {
        return "API key";
      }
    }
  }
}
