package licencehub.hub;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ServiceLoader;
import java.util.stream.StreamSupport;
import licencehub.hub.audit.Audit;
import licencehub.hub.config.HubSettings;
import licencehub.ledger.CheckpointSigner;
import licencehub.ledger.LedgerProver;
import licencehub.ledger.LedgerSealer;
import licencehub.library.Archive;
import licencehub.library.Library;
import licencehub.library.LibraryKind;
import licencehub.library.LibrarySettings;
import licencehub.library.Retries;

/** Opens the library that {@code hub.yaml} names, with the hub's own keys. */
record LibraryOpener(HubSettings hub) {
  /** The ledger's signer; its keys are made when first needed. */
  CheckpointSigner signer() {
    SecureRandom random = new SecureRandom();
    HubKeys keys = keys();
    return CheckpointSigner.open(hub.id(), keys.ledger(), random).withSm2(keys.ledgerSm2(), random);
  }

  Library open(CheckpointSigner signer, InstantSource clock) {
    return open(settings(hub.data().resolve("library")), signer, clock);
  }

  /** The library as it stands now, beside a hub that may be running. */
  Archive archive() {
    return kind().archive(settings(hub.data().resolve("library")));
  }

  /** A library of the same engine in an empty folder, to replay into. */
  Bench bench(Path scratch, InstantSource clock) {
    LibrarySettings settings = settings(scratch.resolve("library"));
    CheckpointSigner nobody =
        CheckpointSigner.open(hub.id(), scratch.resolve("ledger.pem"), new SecureRandom());
    return new Bench(kind(), settings, open(settings, nobody, clock));
  }

  /** See {@link #bench}. */
  record Bench(LibraryKind kind, LibrarySettings settings, Library library)
      implements Audit.Bench, AutoCloseable {
    @Override
    public Archive archive() {
      return kind.archive(settings);
    }

    @Override
    public void close() {
      library.close();
    }
  }

  private Library open(LibrarySettings settings, CheckpointSigner signer, InstantSource clock) {
    return kind().open(settings, new LedgerSealer(signer), new LedgerProver(), clock);
  }

  private LibrarySettings settings(Path folder) {
    HubSettings.Quarantine pauses = hub.quarantine();
    return new LibrarySettings(
        folder, keys().index(), new Retries(pauses.retryFirst(), pauses.retryMost()));
  }

  private HubKeys keys() {
    return new HubKeys(hub.data().resolve("keys"));
  }

  private LibraryKind kind() {
    return StreamSupport.stream(ServiceLoader.load(LibraryKind.class).spliterator(), false)
        .filter(it -> it.name().equals(hub.library().engine()))
        .findFirst()
        .orElseThrow();
  }
}
