package licencehub.library;

import java.nio.file.Path;
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
   * Looks whether a database can be reached and is fit to hold a library; changes nothing.
   *
   * @throws licencehub.model.Unavailable with what is wrong and what to change
   */
  default void check(DatabaseSettings database) {}

  /**
   * Opens a library as it stands now, beside a hub that may go on writing to it.
   *
   * @throws licencehub.model.Unavailable when there is none, or one that another version has to
   *     migrate first
   */
  Archive archive(LibrarySettings settings);

  /**
   * Copies a library as it stands now, its licence files with it, beside a hub that may go on
   * writing to it. What was acknowledged before the call is in the copy, as is every file that an
   * event in it refers to. On disk when this returns.
   *
   * @param folder to copy to; not there yet
   * @param progress is told of bytes
   * @throws licencehub.model.Unavailable when there is none, or it cannot be copied this way
   */
  void copy(LibrarySettings settings, Path folder, ProgressListener progress);
}
