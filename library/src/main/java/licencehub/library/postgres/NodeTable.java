package licencehub.library.postgres;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import licencehub.library.Leases;
import licencehub.library.lease.Spread.Member;
import licencehub.library.sql.Session;

/**
 * The tables {@code node} and {@code lease}, by statements that each stand alone: nobody who stops
 * between two of them holds a lock. Time is the server's.
 */
record NodeTable(Session session) {
  private static final String UNTIL =
      "clock_timestamp() + interval '" + Leases.LIFE.toMillis() + " ms'";
  private static final String ENTER =
      "INSERT INTO node (name, line, until, wants) VALUES (?, ?, "
          + UNTIL
          + ", ?) RETURNING session";
  private static final String BEAT =
      "UPDATE node SET until = " + UNTIL + ", wants = ? WHERE session = ?";
  private static final String LEAVE = "DELETE FROM node WHERE session = ?";
  private static final String BURY =
      "DELETE FROM node WHERE until < clock_timestamp() RETURNING name, line";
  private static final String NODES = "SELECT session, name, wants FROM node ORDER BY session";
  private static final String LEASES = "SELECT name, epoch, holder FROM lease";
  private static final String MAKE =
      "INSERT INTO lease (name, epoch) VALUES (?, 0) ON CONFLICT (name) DO NOTHING";
  private static final String RELEASE =
      "UPDATE lease SET holder = NULL WHERE name = ? AND holder = ?";

  /** A row of node that is gone never comes back, so a holder that is not there stays away. */
  private static final String CLAIM =
      "UPDATE lease SET holder = ?, epoch = epoch + 1 WHERE name = ? AND epoch = ?"
          + " AND (holder IS NULL OR NOT EXISTS (SELECT 1 FROM node WHERE session = holder))";

  /** What a hub that hangs has begun would hold up everybody, and may not be committed later. */
  private static final String CUT_OFF =
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = ?"
          + " AND usename = current_user AND datname = current_database() AND state <> 'idle'";

  /** A hub that is heard of. */
  record Node(String name, Member member) {}

  /** A hub that was not heard of in time. */
  record Silent(String name, String line) {}

  /**
   * @param holder a session; 0 when nobody is
   */
  record Row(String name, long epoch, long holder) {}

  long enter(String name, String line, Set<String> wants) throws SQLException {
    return session.first(ENTER, row -> row.getLong(1), name, line, text(wants)).orElseThrow();
  }

  /** False when this hub counts as gone. */
  boolean beat(long own, Set<String> wants) throws SQLException {
    return session.change(BEAT, text(wants), own) == 1;
  }

  void leave(long own) throws SQLException {
    session.change(LEAVE, own);
  }

  /** Those who are silent count as gone when this returns; each is told to one caller. */
  List<Silent> bury() throws SQLException {
    return session.list(BURY, row -> new Silent(row.getString(1), row.getString(2)));
  }

  void cutOff(Silent gone) throws SQLException {
    session.list(CUT_OFF, row -> row.getBoolean(1), gone.line());
  }

  List<Node> nodes() throws SQLException {
    return session.list(
        NODES,
        row ->
            new Node(
                row.getString(2),
                new Member(
                    row.getLong(1),
                    new TreeSet<>(row.getString(3).lines().filter(it -> !it.isEmpty()).toList()))));
  }

  List<Row> leases() throws SQLException {
    return session.list(LEASES, row -> new Row(row.getString(1), row.getLong(2), row.getLong(3)));
  }

  void make(String lease) throws SQLException {
    session.change(MAKE, lease);
  }

  void release(String lease, long own) throws SQLException {
    session.change(RELEASE, lease, own);
  }

  /** Whether it is this hub's now; not when another was faster. */
  boolean claim(Row lease, long own) throws SQLException {
    return session.change(CLAIM, own, lease.name(), lease.epoch()) == 1;
  }

  private static String text(Set<String> wants) {
    return String.join("\n", new TreeSet<>(wants));
  }
}
