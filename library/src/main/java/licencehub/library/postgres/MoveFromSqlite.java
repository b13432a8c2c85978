package licencehub.library.postgres;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import licencehub.library.LibraryMove;
import licencehub.library.LibrarySettings;
import licencehub.library.ProgressListener;
import licencehub.library.sql.Session;
import licencehub.library.sql.SqlMove;
import licencehub.library.sqlite.LockedFile;

/** Moves {@code library.db} of the folder into the database; licence files stay where they are. */
public final class MoveFromSqlite implements LibraryMove {
  /** Numbers go on behind those that were copied. */
  private static final List<String> NUMBERING =
      Stream.of("quarantine", "access")
          .map(
              it ->
                  "SELECT setval(pg_get_serial_sequence('"
                      + it
                      + "', 'number'), (SELECT coalesce(max(number), 0) + 1 FROM "
                      + it
                      + "), false)")
          .toList();

  @Override
  public Moved run(LibrarySettings settings, ProgressListener progress) {
    Server server = new Server(PostgresKind.database(settings));
    server.check();
    server.migrate();
    PostgresDialect dialect = new PostgresDialect(server);
    Session target = new Session(server.name(), server::writing);
    try (LockedFile source = LockedFile.open(settings);
        target) {
      return new SqlMove(source.session(), target, dialect, settings.keys(), NUMBERING)
          .run(progress);
    } catch (SQLException e) {
      throw target.unavailable(e);
    }
  }
}
