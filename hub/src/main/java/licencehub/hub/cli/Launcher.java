package licencehub.hub.cli;

import java.nio.file.Path;
import java.util.List;
import licencehub.hub.config.ConfigFolder;
import licencehub.hub.config.DepartmentFile;
import licencehub.hub.config.SourceFile;
import licencehub.ledger.VerifierKey;
import licencehub.routes.SourceRules;

/**
 * The wiring as commands need it; given by the programme's entry, so that commands do not depend on
 * it.
 */
public interface Launcher extends FileJudging, LibraryCare, PeerCare {
  /** Starts the hub; returns when it takes submissions. */
  Running start(ConfigFolder config) throws Exception;

  /** What decides about a source's records, as in the running hub; opens and starts nothing. */
  SourceRules rules(ConfigFolder config, DepartmentFile department, SourceFile source);

  /** The file the hub's token key stands in. */
  Path tokenKey(ConfigFolder config);

  /** The public halves of the keys the hub's ledger is signed with. */
  List<VerifierKey> ledgerKeys(ConfigFolder config);

  /** A hub that runs in this process. */
  interface Running extends AutoCloseable {
    /** The port its HTTP edge listens on. */
    int port();

    /** Returns when the hub has stopped. */
    void awaitStop() throws InterruptedException;

    @Override
    void close();
  }
}
