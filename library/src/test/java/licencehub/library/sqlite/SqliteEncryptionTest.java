package licencehub.library.sqlite;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
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
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to rows that others have changed, and to rows from before encryption. */
class SqliteEncryptionTest {
  private static final String NAME = "深圳市好味来餐饮管理有限公司";
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
      assertThat(progress.rows()).containsOnlyKeys(1);
      assertThat(progress.stuck()).isGreaterThanOrEqualTo(2);
      assertThat(library.licences().find(SampleLicences.identifier(1))).isPresent();
    }
    assertThat(numbers("SELECT seq FROM event WHERE data_key = 1")).containsExactly(1L, 2L);
  }

  @Test
  void what_was_written_before_is_read_and_rotation_leaves_nothing_of_it_in_the_clear()
      throws Exception {
    file(1, 2);
    toTheClear(1);
    toTheClear(2);
    assertThat(Files.readString(folder.resolve("library.db"), ISO_8859_1)).contains(latin(NAME));
    try (Library library = open()) {
      assertThat(library.licences().find(SampleLicences.identifier(2)).orElseThrow().latest())
          .satisfies(it -> assertThat(new String(it.document(), UTF_8)).contains(NAME));
      assertThat(library.rotation().progress().rows()).containsEntry(0, 2L);
      while (!library.rotation().step(10).isDone()) {
        assertThat(library.rotation().progress().stuck()).isZero();
      }
    }
    assertThat(Files.readString(folder.resolve("library.db"), ISO_8859_1))
        .doesNotContain(latin(NAME), latin("batch-1"));
    try (Library library = open()) {
      assertThat(library.licences().find(SampleLicences.identifier(2))).isPresent();
    }
  }

  @Test
  void a_file_of_the_first_version_is_taken_over() {
    Flyway.configure()
        .dataSource("jdbc:sqlite:" + folder.resolve("library.db"), "", "")
        .locations("classpath:db/sqlite")
        .target("1")
        .load()
        .migrate();
    try (Library library = open()) {
      SampleLicences.file(library, 1);
      assertThat(library.rotation().progress().isDone()).isTrue();
      assertThat(library.licences().find(SampleLicences.identifier(1))).isPresent();
    }
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

  /** As the first version had it. */
  private void toTheClear(int serial) throws SQLException {
    try (Connection connection = connect();
        PreparedStatement statement =
            connection.prepareStatement(
                "UPDATE event SET document = ?, original = ?, locator = 'batch-1', data_key = NULL,"
                    + " notes = NULL WHERE subject = ?")) {
      statement.setBytes(1, SampleLicences.document(serial));
      statement.setBytes(2, SampleLicences.original(serial));
      statement.setString(3, SampleLicences.identifier(serial).toString());
      assertThat(statement.executeUpdate()).isEqualTo(1);
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

  private static String latin(String text) {
    return new String(text.getBytes(UTF_8), ISO_8859_1);
  }
}
