package licencehub.library.postgres;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A server's connections, as the pool and the migrations want them. */
record ServerSource(Server server) implements DataSource {
  @Override
  public Connection getConnection() throws SQLException {
    return server.connect();
  }

  @Override
  public Connection getConnection(@Nullable String user, @Nullable String password)
      throws SQLException {
    return server.connect();
  }

  @Override
  public @Nullable PrintWriter getLogWriter() {
    return null;
  }

  @Override
  public void setLogWriter(@Nullable PrintWriter out) {}

  @Override
  public void setLoginTimeout(int seconds) {}

  @Override
  public int getLoginTimeout() {
    return 0;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException("it has none");
  }

  @Override
  public <T> T unwrap(Class<T> wanted) throws SQLException {
    throw new SQLException("nothing is wrapped here");
  }

  @Override
  public boolean isWrapperFor(Class<?> wanted) {
    return false;
  }
}
