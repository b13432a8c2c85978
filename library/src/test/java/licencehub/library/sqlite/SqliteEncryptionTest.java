package licencehub.library.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.List;
import licencehub.library.KeyRotation.Progress;
import licencehub.library.Library;
import licencehub.library.LibrarySettings;
import licencehub.library.ReferenceLedger;
import licencehub.library.Retries;
import licencehub.library.SampleKeys;
import licencehub.library.SampleLicences;
import licencehub.model.Unavailable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to rows that others have changed. */
class SqliteEncryptionTest {
  private final SampleKeys keys = new SampleKeys();
  @TempDir Path folder = Path.of("");

  @Test
  void rows_whose_values_are_swapped_do_not_open() throws SQLException {
    file(1, 2);
    change(
        "UPDATE event SET document = (SELECT o.document FROM event o WHERE o.seq = 1 - event.seq)");
    try (Library library = open()) {
      assertThatThrownBy(() -> library.licences().find(SampleLicences.identifier(1)))
          .isInstanceOf(Unavailable.class)
          .hasMessageContaining("Data key 1")
          .hasMessageContaining("stands in another's place");
    }
  }

  @Test
  void a_value_does_not_open_in_another_column() throws SQLException {
    file(1);
    change("UPDATE event SET document = original");
    try (Library library = open()) {
      assertThatThrownBy(() -> library.outbox().after(-1, 9)).isInstanceOf(Unavailable.class);
    }
  }

  @Test
  void what_does_not_open_is_left_alone_and_holds_nothing_up() throws SQLException {
    file(1, 2, 3);
    change("UPDATE event SET document = zeroblob(100) WHERE seq = 1");
    change("UPDATE event SET original = CAST(x'01' || original AS BLOB) WHERE seq = 2");
    keys.hold(SampleKeys.of(2, 2).data(), SampleKeys.of(2, 2).index());
    try (Library library = open()) {
      Progress progress = library.rotation().step(1);
      while (progress.moved() > 0) {
        SampleLicences.file(library, 9);
        progress = library.rotation().step(1);
      }
      assertThat(progress.keys()).containsExactly(1);
      assertThat(progress.stuck()).isGreaterThanOrEqualTo(2);
      assertThat(library.licences().find(SampleLicences.identifier(1))).isPresent();
    }
    assertThat(numbers("SELECT seq FROM event WHERE substr(original, 2, 4) = x'00000001'"))
        .containsExactly(1L);
    assertThat(numbers("SELECT stuck FROM rotation WHERE name = 'event'")).containsExactly(2L);
  }

  private Library open() {
    ReferenceLedger ledger = new ReferenceLedger();
    LibrarySettings settings = new LibrarySettings(folder, keys, Retries.USUAL);
    return new SqliteKind().open(settings, ledger, ledger, InstantSource.system());
  }

  private void file(int... serials) {
    try (Library library = open()) {
      for (int serial : serials) {
        SampleLicences.file(library, serial);
      }
    }
  }

  private void change(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  private List<Long> numbers(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<Long> numbers = new java.util.ArrayList<>();
      while (rows.next()) {
        numbers.add(rows.getLong(1));
      }
      return numbers;
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("library.db"));
  }
}
