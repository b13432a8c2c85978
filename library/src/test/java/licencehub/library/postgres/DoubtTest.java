package licencehub.library.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import licencehub.library.DatabaseSettings;
import licencehub.library.PostgresServer;
import licencehub.model.Digest;
import licencehub.model.Unavailable;
import licencehub.model.ledger.Checkpoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a commit ended that was never answered. */
class DoubtTest {
  private static final Checkpoint OURS = checkpoint("ours");
  private static final Checkpoint OTHERS = checkpoint("others");
  private final SQLException broken = new SQLException("the line broke", "08006");
  @TempDir Path folder = Path.of("");
  private Server server = new Server(settings());

  private DatabaseSettings settings() {
    return PostgresServer.settings(PostgresServer.shared().address(), folder);
  }

  @BeforeEach
  void tables() {
    server = new Server(settings());
    server.migrate();
  }

  @AfterEach
  void drop() throws SQLException {
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("DROP SCHEMA " + server.settings().schema() + " CASCADE");
    }
  }

  @Test
  void a_group_whose_checkpoint_is_there_was_committed() throws SQLException {
    String transaction = write(OURS, true);
    assertThat(new Doubt(server).isCommitted(transaction, OURS, broken)).isTrue();
  }

  @Test
  void a_group_that_was_rolled_back_was_not() throws SQLException {
    String transaction = write(OURS, false);
    assertThat(new Doubt(server).isCommitted(transaction, OURS, broken)).isFalse();
    assertThat(new Doubt(server).isCommitted(transaction, null, broken)).isFalse();
  }

  @Test
  void a_number_the_server_gave_to_another_after_a_crash_proves_nothing() throws SQLException {
    String transaction = write(OTHERS, true);
    assertThat(new Doubt(server).isCommitted(transaction, OURS, broken)).isFalse();
  }

  @Test
  void of_a_group_that_left_nothing_to_be_known_by_nobody_can_tell() throws SQLException {
    String transaction = write(OTHERS, true);
    assertThatThrownBy(() -> new Doubt(server).isCommitted(transaction, null, broken))
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining("nobody can tell");
  }

  /** The number of a transaction that seals the ledger so. */
  private String write(Checkpoint sealed, boolean committed) throws SQLException {
    try (Connection connection = server.writing();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "INSERT INTO checkpoint VALUES (%d, '', '%s')".formatted(sealed.size(), sealed.note()));
      String transaction;
      try (ResultSet row = statement.executeQuery("SELECT pg_current_xact_id()")) {
        row.next();
        transaction = row.getString(1);
      }
      if (committed) {
        connection.commit();
      } else {
        connection.rollback();
      }
      return transaction;
    }
  }

  private static Checkpoint checkpoint(String note) {
    return new Checkpoint(7, Digest.of(new byte[0]), note);
  }
}
