package licencehub.library.sql;

import java.sql.SQLException;

/** Sessions that only read. Each use sees the library as of one moment. */
public interface Readers extends AutoCloseable {
  /**
   * @throws licencehub.model.Unavailable when no session comes free or nothing can be read
   */
  <T> T ask(Question<T> question);

  /** Waits for questions that are being answered, then closes; later ones find nobody. */
  @Override
  void close();

  /** Something to read. */
  interface Question<T> {
    T ask(Session session) throws SQLException;
  }
}
