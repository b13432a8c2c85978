package licencehub.hub;

import java.util.ServiceLoader;
import java.util.stream.StreamSupport;
import licencehub.hub.access.SecretFile;
import licencehub.hub.config.SearchSection;
import licencehub.library.KeyRing;
import licencehub.library.Library;
import licencehub.library.SearchIndex;
import licencehub.library.SearchKind;
import licencehub.library.SearchSettings;
import licencehub.library.SearchSettings.Login;
import org.jspecify.annotations.Nullable;

/** Opens the search index that {@code hub.yaml} names. */
record SearchOpener(SearchSection section) {
  /**
   * @throws licencehub.model.Unavailable when a secret cannot be read
   */
  SearchIndex open(Library library, KeyRing keys) {
    SearchSettings settings =
        new SearchSettings(
            section.addresses(),
            section.prefix(),
            login(),
            section.authority(),
            section.shards(),
            section.patience());
    return StreamSupport.stream(ServiceLoader.load(SearchKind.class).spliterator(), false)
        .filter(it -> it.name().equals(section.engine()))
        .findFirst()
        .orElseThrow()
        .open(settings, library, keys);
  }

  private @Nullable Login login() {
    if (section.apiKeyFile() != null) {
      return new Login.ApiKey(SecretFile.text(section.apiKeyFile()));
    }
    return section.user() == null || section.passwordFile() == null
        ? null
        : new Login.Password(section.user(), SecretFile.text(section.passwordFile()));
  }
}
