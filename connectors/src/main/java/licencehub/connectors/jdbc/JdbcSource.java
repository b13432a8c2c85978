package licencehub.connectors.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import licencehub.connectors.Batch;
import licencehub.connectors.BatchSource;
import licencehub.connectors.Dialect;
import licencehub.connectors.FrontEndTable.ReadMark;
import licencehub.connectors.RawRecord;
import licencehub.connectors.SourceConfig;
import licencehub.connectors.intake.Fuse;
import licencehub.connectors.jdbc.TableRows.Found;
import licencehub.model.Unavailable;
import licencehub.model.submission.Outcome;
import org.jspecify.annotations.Nullable;

/** Reads front-end tables in turn, so that none waits for another's backlog. */
final class JdbcSource implements BatchSource {
  private final SourceConfig config;
  private final JdbcSettings settings;
  private final Fuse fuse;
  private @Nullable Database database;
  private List<TableRows> tables = List.of();

  /** A row and how many of the batch's records it became. */
  private record Taken(Found row, int records) {}

  private record Ticket(List<Taken> rows) {}

  JdbcSource(SourceConfig config, JdbcSettings settings) {
    this.config = config;
    this.settings = settings;
    this.fuse = new Fuse(config.id().text());
  }

  /** Looks once and does not wait: a database does not say when there is more. */
  @Override
  public synchronized Batch poll(int limit, Duration patience) {
    return fuse.call(() -> page(limit));
  }

  @Override
  public synchronized void settle(Batch batch, List<Outcome> outcomes) {
    if (!(batch.ticket() instanceof Ticket ticket)) {
      return;
    }
    TableMarks marks = new TableMarks(settings.timeout());
    int next = 0;
    for (Taken taken : ticket.rows()) {
      List<Outcome> own = outcomes.subList(next, next + taken.records());
      next += taken.records();
      ReadMark mark = taken.row().shape().table().mark();
      boolean failed = own.stream().anyMatch(Outcome.Quarantined.class::isInstance);
      marks.add(taken.row().shape(), taken.row().identity(), failed ? mark.failed() : mark.read());
      for (DetailRows.Taken detail : taken.row().details()) {
        ReadMark its = detail.shape().table().mark();
        marks.add(detail.shape(), detail.identity(), failed ? its.failed() : its.read());
      }
    }
    talk(
        connection -> {
          marks.write(connection);
          return batch;
        });
  }

  /** Nothing to undo: unread rows stay unread, and come again when their table begins anew. */
  @Override
  public void giveBack(Batch batch) {}

  @Override
  public void close() {
    forget();
  }

  private Batch page(int limit) {
    return talk(
        connection -> {
          if (tables.isEmpty()) {
            tables = open(connection);
          }
          Page page = new Page(config.dialect(), limit);
          boolean midway = tables.stream().anyMatch(TableRows::isMidway);
          page.fill(connection, tables, settings.rowLimit());
          if (page.records.isEmpty() && midway) {
            page.fill(connection, tables, settings.rowLimit());
          }
          return page.batch();
        });
  }

  private List<TableRows> open(Connection connection) throws SQLException {
    Database known = database();
    return known.shapes(connection).stream()
        .map(it -> new TableRows(it, settings.timeout()))
        .toList();
  }

  /** After a failure everything is opened anew: the password or the tables may have changed. */
  private <T> T talk(Database.Work<T> work) {
    try {
      return database().run(work);
    } catch (Unavailable e) {
      forget();
      throw e;
    }
  }

  private synchronized Database database() {
    if (database == null) {
      database = new Database(config, settings);
    }
    return database;
  }

  private synchronized void forget() {
    tables = List.of();
    if (database != null) {
      database.close();
      database = null;
    }
  }

  /** A batch being filled. */
  private static final class Page {
    private final Dialect dialect;
    private final int limit;
    private final List<RawRecord> records = new ArrayList<>();
    private final List<Taken> taken = new ArrayList<>();

    Page(Dialect dialect, int limit) {
      this.dialect = dialect;
      this.limit = limit;
    }

    /** An equal share for each table first, then what is left in the order of a case. */
    void fill(Connection connection, List<TableRows> tables, int most) throws SQLException {
      int share = Math.max(1, limit / tables.size());
      List<TableRows> hungry = new ArrayList<>();
      for (TableRows table : tables) {
        int room = Math.min(limit - records.size(), Math.min(share, most));
        if (room > 0 && take(table.page(connection, room)) == room) {
          hungry.add(table);
        }
      }
      for (TableRows table : hungry) {
        int room = Math.min(limit - records.size(), most);
        if (room > 0 && table.isMidway()) {
          take(table.page(connection, room));
        }
      }
    }

    /** What does not fit stays unread and comes with the table's next round. */
    private int take(List<Found> rows) {
      for (Found row : rows) {
        List<RawRecord> parts = dialect.split(row.record());
        if (records.isEmpty() || records.size() + parts.size() <= limit) {
          records.addAll(parts);
          taken.add(new Taken(row, parts.size()));
        }
      }
      return rows.size();
    }

    Batch batch() {
      return records.isEmpty() ? Batch.empty() : new Batch(records, new Ticket(taken));
    }
  }
}
