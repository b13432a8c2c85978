package licencehub.library.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import licencehub.library.sql.Session;
import licencehub.model.Unavailable;

/**
 * Whether a server is fit to hold a library: new enough, writable, and on disk with what it
 * acknowledges.
 */
record ServerCheck(
    int version,
    String versionText,
    String encoding,
    boolean standby,
    String fsync,
    String fullPages,
    String synchronous) {
  /** PostgreSQL 15. */
  private static final int OLDEST = 150_000;

  private static final String ASK =
      """
      SELECT CAST(current_setting('server_version_num') AS INTEGER),
        current_setting('server_version'), current_setting('server_encoding'),
        pg_is_in_recovery(), current_setting('fsync'), current_setting('full_page_writes'),
        current_setting('synchronous_commit')""";

  /**
   * @param mayLose whether a power cut may take back what was acknowledged
   * @throws Unavailable with what is wrong and what to change
   */
  static void check(Session session, boolean mayLose) throws SQLException {
    ServerCheck it = session.first(ASK, ServerCheck::read).orElseThrow();
    String fault = it.fault(mayLose);
    if (fault != null) {
      throw new Unavailable(session.name(), fault);
    }
  }

  private static ServerCheck read(ResultSet row) throws SQLException {
    return new ServerCheck(
        row.getInt(1),
        row.getString(2),
        row.getString(3),
        row.getBoolean(4),
        row.getString(5),
        row.getString(6),
        row.getString(7));
  }

  @org.jspecify.annotations.Nullable String fault(boolean mayLose) {
    if (version < OLDEST) {
      return "版本 " + versionText + " 太旧，需要 15 或更新。 It is too old; 15 or newer is needed.";
    }
    if (!encoding.equals("UTF8")) {
      return "编码是 " + encoding + "，需要 UTF8。 Its encoding is " + encoding + ", not UTF8.";
    }
    if (standby) {
      return "是只读备机，请指向主机。 It is a standby; name the primary.";
    }
    return mayLose ? null : loss();
  }

  /** What would be lost in a power cut although it was acknowledged. */
  private @org.jspecify.annotations.Nullable String loss() {
    if (synchronous.equals("off")) {
      return lossy("synchronous_commit");
    }
    if (fsync.equals("off")) {
      return lossy("fsync");
    }
    return fullPages.equals("off") ? lossy("full_page_writes") : null;
  }

  private static String lossy(String setting) {
    return "服务器设置 "
        + setting
        + " = off，断电会丢失已回执的报送；请改为 on（仅供试用时可写 mayLose: true）。 With "
        + setting
        + " = off a power cut loses what was acknowledged: set it to on, or, to try things out,"
        + " mayLose: true.";
  }
}
