package licencehub.library.sql;

import java.util.Optional;
import licencehub.library.Hold;
import licencehub.library.PositionStore;

/** Positions, written through the journal. */
final class SqlPositions implements PositionStore {
  private static final String FIND = "SELECT value FROM position WHERE name = ?";

  private static final String KEEP =
      "INSERT INTO position (name, value) VALUES (?, ?)"
          + " ON CONFLICT (name) DO UPDATE SET value = excluded.value";

  private final Readers readers;
  private final SqlJournal journal;
  private final Fence fence;

  SqlPositions(Readers readers, SqlJournal journal, Fence fence) {
    this.readers = readers;
    this.journal = journal;
    this.fence = fence;
  }

  @Override
  public Optional<String> find(String name) {
    return readers.ask(it -> it.first(FIND, row -> row.getString(1), name));
  }

  @Override
  public void keep(String name, String position) {
    journal.write(
        (long) name.length() + position.length(), file -> file.change(KEEP, name, position));
  }

  @Override
  public void keep(Hold hold, String name, String position) {
    journal.write(
        (long) name.length() + position.length(),
        file -> {
          fence.mustStand(file, hold);
          return file.change(KEEP, name, position);
        });
  }
}
