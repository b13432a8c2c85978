package licencehub.library.sqlite;

import java.nio.file.Path;
import java.time.InstantSource;
import licencehub.library.Archive;
import licencehub.library.Library;
import licencehub.library.LibraryKind;
import licencehub.library.LibrarySettings;
import licencehub.library.ProgressListener;
import licencehub.library.sql.SqlArchive;
import licencehub.library.sql.SqlEngine;
import licencehub.library.sql.SqlLeases;
import licencehub.model.ledger.Prover;
import licencehub.model.ledger.Sealer;

/** Opens {@code library.db} in the hub's folder. */
public final class SqliteKind implements LibraryKind {
  @Override
  public String name() {
    return "sqlite";
  }

  @Override
  public Library open(LibrarySettings settings, Sealer sealer, Prover prover, InstantSource clock) {
    LibraryFile file = LibraryFile.open(settings);
    SqlLeases leases = SqlLeases.sole(settings.node());
    return new SqlEngine(
            new SqliteDialect(), file.writer(), file.readers(), false, leases, file::close)
        .open(settings, sealer, prover, clock);
  }

  @Override
  public Archive archive(LibrarySettings settings) {
    return SqlArchive.open(LibraryFile.reader(settings.folder()), settings.keys());
  }

  @Override
  public void copy(LibrarySettings settings, Path folder, ProgressListener progress) {
    new SqliteCopy(settings.folder(), folder, progress).make();
  }
}
