package licencehub.hub.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import licencehub.model.Text;
import org.jspecify.annotations.Nullable;

/**
 * The search index in {@code hub.yaml}.
 *
 * @param engine the word of a {@code SearchKind}
 * @param addresses of its nodes, each with a port
 * @param prefix begins the names of its indexes
 * @param user with {@code passwordFile}; null where there is none
 * @param passwordFile holds nothing but the password
 * @param apiKeyFile holds nothing but the key; null where there is none
 * @param authority PEM; null for the roots of the platform
 * @param shards of an index made from now on
 * @param patience how long a question waits for the index to catch up
 */
public record SearchSection(
    String engine,
    List<URI> addresses,
    String prefix,
    @Nullable String user,
    @Nullable Path passwordFile,
    @Nullable Path apiKeyFile,
    @Nullable Path authority,
    int shards,
    Duration patience) {
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  public SearchSection {
    addresses = List.copyOf(addresses);
  }

  static void check(Tree search, Kinds kinds, PointedFiles files) {
    Words.known(search.get("engine"), kinds.searchEngines(), Text.of("检索引擎", "search engine"));
    files.exists(search.get("passwordFile"));
    files.exists(search.get("apiKeyFile"));
    files.certificate(search.get("authorityFile"));
  }

  /** Null where the library is to find everything by itself. */
  static @Nullable SearchSection read(Tree search, String hub, PointedFiles files) {
    if (!search.isPresent()) {
      return null;
    }
    Tree user = search.get("user");
    return new SearchSection(
        search.get("engine").text(),
        search.get("addresses").items().stream().map(it -> URI.create(it.text())).toList(),
        search.get("prefix").text(hub),
        user.isPresent() ? user.text() : null,
        path(search.get("passwordFile"), files),
        path(search.get("apiKeyFile"), files),
        path(search.get("authorityFile"), files),
        search.get("shards").number(1),
        search.get("patience").duration(PATIENCE));
  }

  private static @Nullable Path path(Tree file, PointedFiles files) {
    return file.isPresent() ? files.path(file) : null;
  }
}
