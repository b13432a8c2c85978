package licencehub.library.sql;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** Tables of keyed words: which content events have which of them. */
public interface Words {
  void create(Session writer, String table) throws SQLException;

  /**
   * One content event.
   *
   * @param tokens its words, with spaces between
   */
  record Content(long event, String tokens) {}

  /** Adds content events, no two of the same sequence. */
  void add(Session writer, String table, List<Content> contents) throws SQLException;

  /**
   * Shows content that stands and has all the words, the newest first.
   *
   * @param tokens at least one
   * @param before only events before this one
   * @param visitor reads {@code seq, subject, source, id, document} of the event
   */
  void visit(
      Session session, String table, Set<String> tokens, long before, Session.Visitor visitor)
      throws SQLException;

  /**
   * Removes a little of a table that nobody reads any more.
   *
   * @param rows at most
   * @return how many; 0 when it was empty, and the table is gone
   */
  long remove(Session writer, String table, int rows) throws SQLException;
}
