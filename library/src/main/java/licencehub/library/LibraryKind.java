package licencehub.library;

import java.time.InstantSource;
import licencehub.model.ledger.Prover;
import licencehub.model.ledger.Sealer;

/** Opens libraries of one engine. Found by {@link java.util.ServiceLoader}. */
public interface LibraryKind {
  /** The word in {@code hub.yaml}, for example {@code sqlite}. */
  String name();

  /**
   * Opens the library, creating or migrating it first where needed.
   *
   * @param prover makes the first receipt again for a repeat
   * @param clock tells when the next attempt of something set aside is due
   */
  Library open(LibrarySettings settings, Sealer sealer, Prover prover, InstantSource clock);

  /**
   * Opens a library as it stands now, beside a hub that may go on writing to it.
   *
   * @throws licencehub.model.Unavailable when there is none, or one that another version has to
   *     migrate first
   */
  Archive archive(LibrarySettings settings);
}
