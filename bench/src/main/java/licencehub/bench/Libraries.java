package licencehub.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import licencehub.hub.keys.KeyFolder;
import licencehub.ledger.CheckpointSigner;
import licencehub.ledger.LedgerProver;
import licencehub.ledger.LedgerSealer;
import licencehub.library.DataKey;
import licencehub.library.DatabaseSettings;
import licencehub.library.HeldKeys;
import licencehub.library.IndexKey;
import licencehub.library.KeyRing;
import licencehub.library.Library;
import licencehub.library.LibraryKind;
import licencehub.library.LibrarySettings;
import licencehub.library.Retries;
import licencehub.model.ledger.Sealer;

/** Opens libraries without a hub around them, all with the same keys and the same seal. */
record Libraries(KeyRing keys, Sealer sealer) {
  /** Bytes. */
  private static final int KEY = 32;

  /**
   * @param folder for the ledger's keys
   */
  static Libraries in(Path folder) {
    return new Libraries(keys(random()), sealer("bench", folder));
  }

  /** With the keys of the run before, if there was one: what it measured is worth no secret. */
  static Libraries kept(Path folder) throws IOException {
    Path file = folder.resolve("keys");
    if (!Files.exists(file)) {
      Files.write(file, random());
    }
    return new Libraries(keys(Files.readAllBytes(file)), sealer("bench", folder));
  }

  /** Those of a hub which does not run now. */
  static Libraries of(String hub, Path data) {
    Path keys = data.resolve("keys");
    return new Libraries(new KeyFolder(keys, InstantSource.system()).load(), sealer(hub, keys));
  }

  Libraries sealedBy(Sealer other) {
    return new Libraries(keys, other);
  }

  Library embedded(Path library) {
    return open("sqlite", new LibrarySettings(library, keys, Retries.USUAL));
  }

  Library onServer(Path files, DatabaseSettings database) {
    return open("postgres", new LibrarySettings(files, keys, Retries.USUAL, database));
  }

  private Library open(String engine, LibrarySettings settings) {
    return ServiceLoader.load(LibraryKind.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(it -> it.name().equals(engine))
        .findFirst()
        .orElseThrow()
        .open(settings, sealer, new LedgerProver(), InstantSource.system());
  }

  private static byte[] random() {
    return new SecureRandom().generateSeed(2 * KEY);
  }

  private static HeldKeys keys(byte[] both) {
    return new HeldKeys(
        List.of(new DataKey(1, Arrays.copyOfRange(both, 0, KEY))),
        List.of(new IndexKey(1, Arrays.copyOfRange(both, KEY, 2 * KEY))));
  }

  /** By both algorithms, as a hub seals. */
  private static Sealer sealer(String hub, Path folder) {
    SecureRandom random = new SecureRandom();
    return new LedgerSealer(
        CheckpointSigner.open(hub, folder.resolve("ledger.pem"), random)
            .withSm2(folder.resolve("ledger-sm2.pem"), random));
  }
}
