package licencehub.bench;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.ServiceLoader;
import licencehub.hub.keys.KeyFolder;
import licencehub.ledger.CheckpointSigner;
import licencehub.ledger.LedgerProver;
import licencehub.ledger.LedgerSealer;
import licencehub.library.DataKey;
import licencehub.library.HeldKeys;
import licencehub.library.IndexKey;
import licencehub.library.KeyRing;
import licencehub.library.Library;
import licencehub.library.LibraryKind;
import licencehub.library.LibrarySettings;
import licencehub.library.Retries;
import licencehub.model.ledger.Sealer;

/** Embedded libraries opened without a hub. */
final class Libraries {
  private Libraries() {}

  /** A new one below a folder, with keys nobody keeps. */
  static Library fresh(Path folder, Sealer sealer) {
    SecureRandom random = new SecureRandom();
    HeldKeys keys =
        new HeldKeys(
            List.of(new DataKey(1, random.generateSeed(32))),
            List.of(new IndexKey(1, random.generateSeed(32))));
    return open(folder.resolve("library"), keys, sealer);
  }

  /** That of a hub which does not run now, with its keys. */
  static Library of(String hub, Path data) {
    Path keys = data.resolve("keys");
    KeyRing ring = new KeyFolder(keys, InstantSource.system()).load();
    SecureRandom random = new SecureRandom();
    CheckpointSigner signer =
        CheckpointSigner.open(hub, keys.resolve("ledger.pem"), random)
            .withSm2(keys.resolve("ledger-sm2.pem"), random);
    return open(data.resolve("library"), ring, new LedgerSealer(signer));
  }

  /** Seals as a hub does, by both algorithms, with keys made in that folder. */
  static Sealer sealer(Path folder) {
    SecureRandom random = new SecureRandom();
    return new LedgerSealer(
        CheckpointSigner.open("bench", folder.resolve("ledger.pem"), random)
            .withSm2(folder.resolve("ledger-sm2.pem"), random));
  }

  private static Library open(Path folder, KeyRing keys, Sealer sealer) {
    return ServiceLoader.load(LibraryKind.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(it -> it.name().equals("sqlite"))
        .findFirst()
        .orElseThrow()
        .open(
            new LibrarySettings(folder, keys, Retries.USUAL),
            sealer,
            new LedgerProver(),
            InstantSource.system());
  }
}
