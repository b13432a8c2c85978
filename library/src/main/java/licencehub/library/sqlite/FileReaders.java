package licencehub.library.sqlite;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import licencehub.library.sql.Readers;
import licencehub.library.sql.Session;
import licencehub.model.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A few sessions that only read. Few on purpose: the callers beyond them wait here, because more
 * readers at a time than cores starve the writer.
 */
final class FileReaders implements Readers {
  private static final Logger LOG = LoggerFactory.getLogger(FileReaders.class);
  private static final int PATIENCE_SECONDS = 10;
  private final BlockingQueue<Session> free;
  private final int number;

  FileReaders(List<Session> sessions) {
    this.free = new ArrayBlockingQueue<>(sessions.size(), true, sessions);
    this.number = sessions.size();
  }

  @Override
  public <T> T ask(Question<T> question) {
    Session session = borrow();
    try {
      session.run("BEGIN");
      try {
        return question.ask(session);
      } finally {
        session.commit();
      }
    } catch (SQLException e) {
      throw session.unavailable(e);
    } finally {
      free.add(session);
    }
  }

  @Override
  public void close() {
    for (int i = 0; i < number; i++) {
      try {
        borrow().close();
      } catch (SQLException | Unavailable e) {
        LOG.warn("a reader was not closed", e);
      }
    }
  }

  private Session borrow() {
    try {
      Session session = free.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (session == null) {
        throw new Unavailable(
            LibraryFile.NAME, "no reader came free in " + PATIENCE_SECONDS + " s");
      }
      return session;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unavailable(LibraryFile.NAME, "interrupted while waiting for a reader", e);
    }
  }
}
