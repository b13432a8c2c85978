package licencehub.library.sql;

import java.sql.SQLException;
import licencehub.library.Hold;

/** Keeps out whoever has been replaced. */
public interface Fence {
  /**
   * Until the end of the writer's transaction nobody else gets the lease.
   *
   * @throws licencehub.model.Unavailable when somebody else has got it
   */
  void mustStand(Session writer, Hold hold) throws SQLException;
}
