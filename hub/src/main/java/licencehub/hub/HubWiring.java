package licencehub.hub;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import licencehub.federation.PeerQuestion;
import licencehub.hub.audit.Audit;
import licencehub.hub.audit.AuditReport;
import licencehub.hub.backup.Backups;
import licencehub.hub.backup.Restored;
import licencehub.hub.cli.Launcher;
import licencehub.hub.config.ConfigFolder;
import licencehub.hub.config.DepartmentFile;
import licencehub.hub.config.SourceFile;
import licencehub.hub.federation.CheckpointQuestion;
import licencehub.hub.federation.PeerIdentity;
import licencehub.ledger.VerifierKey;
import licencehub.library.Archive;
import licencehub.library.LibraryMove;
import licencehub.library.ProgressListener;
import licencehub.routes.SourceRules;
import licencehub.verification.FileVerifier;

/** The wiring as the command line uses it. */
public record HubWiring(InstantSource clock) implements Launcher {
  @Override
  public Running start(ConfigFolder config) {
    return HubServer.start(config, clock);
  }

  @Override
  public SourceRules rules(ConfigFolder config, DepartmentFile department, SourceFile source) {
    try (Verifiers verifiers = Verifiers.open(config.hub())) {
      return new SourceOpener(verifiers).rules(department, source);
    }
  }

  @Override
  public FileVerifier files(ConfigFolder config) {
    return FileParts.offline(config.hub());
  }

  @Override
  public Path tokenKey(ConfigFolder config) {
    return new HubKeys(config.hub().data().resolve("keys")).tokens();
  }

  @Override
  public List<VerifierKey> ledgerKeys(ConfigFolder config) {
    return new LibraryOpener(config.hub()).signer().verifierKeys();
  }

  @Override
  public Backups backups(ConfigFolder config) {
    return new LibraryOpener(config.hub()).backups();
  }

  @Override
  public Restored restore(ConfigFolder config, Path backup, ProgressListener progress) {
    try (HubLock lock = HubLock.take(config.hub().data())) {
      return new LibraryOpener(config.hub()).backups().restore(backup, progress);
    }
  }

  @Override
  public AuditReport audit(
      ConfigFolder config, Audit audit, Path scratch, ProgressListener progress) {
    LibraryOpener opener = new LibraryOpener(config.hub());
    try (Archive archive = opener.archive();
        LibraryOpener.Bench bench = opener.bench(scratch, clock)) {
      return audit.run(archive, bench, progress);
    }
  }

  @Override
  public PeerIdentity peerIdentity(ConfigFolder config) {
    HubKeys keys = new HubKeys(config.hub().data().resolve("keys"));
    return FederationParts.identity(config.hub(), keys, clock);
  }

  @Override
  public PeerQuestion peerQuestion(ConfigFolder config) {
    return new CheckpointQuestion(config.hub().id(), peerIdentity(config), clock);
  }

  @Override
  public LibraryMove.Moved move(ConfigFolder config, ProgressListener progress) {
    return new LibraryOpener(config.hub()).move(progress);
  }
}
