package licencehub.library.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import licencehub.library.sql.Readers;
import licencehub.library.sql.Session;
import licencehub.model.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A pool of connections that only read. The pool finds out by itself which are dead, so that a
 * server that comes back is used again.
 */
final class PooledReaders implements Readers {
  private static final Logger LOG = LoggerFactory.getLogger(PooledReaders.class);
  private static final int PATIENCE_SECONDS = 10;

  /** A connection is laid within this time, or the server counts as gone. */
  private static final Duration LAYING = Duration.ofSeconds(3);

  /** No connection grows older, so that a server behind another address is found some time. */
  private static final Duration LIFE = Duration.ofMinutes(20);

  private final Server server;
  private final Semaphore free;
  private final HikariDataSource pool;

  PooledReaders(Server server) {
    this.server = server;
    this.free = new Semaphore(server.settings().readers(), true);
    HikariConfig config = new HikariConfig();
    config.setPoolName("library-readers");
    config.setDataSource(new ServerSource(server));
    config.setMaximumPoolSize(server.settings().readers());
    config.setMinimumIdle(1);
    config.setAutoCommit(false);
    config.setReadOnly(true);
    config.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
    config.setConnectionTimeout(LAYING.toMillis());
    config.setMaxLifetime(LIFE.toMillis());
    config.setInitializationFailTimeout(-1); // the server was asked just before
    this.pool = new HikariDataSource(config);
  }

  @Override
  public <T> T ask(Question<T> question) {
    borrow();
    try (Session session = new Session(server.name(), this::connection)) {
      T answer = question.ask(session);
      session.commit();
      return answer;
    } catch (SQLException e) {
      throw Lost.is(e) || e instanceof java.sql.SQLTransientConnectionException
          ? server.unreachable(e)
          : new Unavailable(server.name(), String.valueOf(e.getMessage()), e);
    } finally {
      free.release();
    }
  }

  @Override
  public void close() {
    try {
      if (!free.tryAcquire(server.settings().readers(), PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("closing although somebody still reads");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    pool.close();
  }

  private Connection connection() throws SQLException {
    return pool.getConnection();
  }

  private void borrow() {
    try {
      if (!free.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new Unavailable(server.name(), "no reader came free in " + PATIENCE_SECONDS + " s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unavailable(server.name(), "interrupted while waiting for a reader", e);
    }
  }
}
