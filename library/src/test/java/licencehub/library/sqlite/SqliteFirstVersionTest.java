package licencehub.library.sqlite;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import licencehub.library.Access;
import licencehub.library.IndexKey;
import licencehub.library.Library;
import licencehub.library.LibrarySettings;
import licencehub.library.QuarantineEntry;
import licencehub.library.ReferenceLedger;
import licencehub.library.Retries;
import licencehub.library.SampleKeys;
import licencehub.library.SampleLicences;
import licencehub.model.Unavailable;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file from before encryption is taken over, a little at a time, while it serves. */
class SqliteFirstVersionTest {
  private static final String NAME = "深圳市好味来餐饮管理有限公司";
  private static final List<String> CLEAR = List.of(NAME, "batch-1", "欧阳小𬭎", "E98765432");
  private static final int LICENCES = 5;
  private final SampleKeys keys = new SampleKeys();
  @TempDir Path folder = Path.of("");

  @Test
  void an_empty_file_is_taken_over() {
    flyway("1").migrate();
    try (Library library = open()) {
      SampleLicences.file(library, 1);
      assertThat(library.rotation().progress().isDone()).isTrue();
      assertThat(library.licences().find(SampleLicences.identifier(1))).isPresent();
    }
  }

  @Test
  void what_was_written_before_is_read_and_rotation_leaves_nothing_of_it_in_the_clear()
      throws Exception {
    writeFirstVersion();
    assertThat(CLEAR).allSatisfy(it -> assertThat(files()).contains(latin(it)));
    try (Library library = open()) {
      everythingIsThere(library);
      assertThat(library.rotation().progress().keys()).containsExactly(0);
      assertThat(library.rotation().progress().rows()).isEqualTo(LICENCES + 2);
      while (!library.rotation().step(2).isDone()) {
        everythingIsThere(library);
      }
      assertThat(library.rotation().progress().stuck()).isZero();
    }
    assertThat(CLEAR).allSatisfy(it -> assertThat(files()).doesNotContain(latin(it)));
    try (Library library = open()) {
      everythingIsThere(library);
    }
  }

  @Test
  void taking_over_goes_on_where_it_was_broken_off() throws Exception {
    writeFirstVersion();
    for (int left = LICENCES + 1; left > 0; left--) {
      try (Library library = open()) {
        assertThat(library.rotation().step(1).rows()).isEqualTo(left);
        everythingIsThere(library);
      }
    }
    try (Library library = open()) {
      assertThat(library.rotation().step(1).isDone()).isTrue();
      everythingIsThere(library);
    }
  }

  @Test
  void an_index_key_that_finds_nothing_is_refused() throws Exception {
    writeFirstVersion();
    keys.hold(List.of(SampleKeys.data(1)), List.of(new IndexKey(1, new byte[32])));
    assertThatThrownBy(this::open)
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining("index key 1")
        .hasMessageContaining("restore that one");
    keys.hold(List.of(SampleKeys.data(1)), List.of(SampleKeys.index(1)));
    try (Library library = open()) {
      everythingIsThere(library);
    }
  }

  private static void everythingIsThere(Library library) {
    for (int serial = 0; serial < LICENCES; serial++) {
      assertThat(library.licences().find(SampleLicences.identifier(serial)).orElseThrow().latest())
          .extracting(it -> new String(it.document(), UTF_8))
          .isEqualTo(new String(SampleLicences.document(serial), UTF_8));
    }
    QuarantineEntry aside = library.quarantine().list(null, null, 0, 9).getFirst();
    assertThat(new String(aside.original().bytes(), UTF_8)).isEqualTo("欧阳小𬭎");
    assertThat(aside.original().locator()).isEqualTo("batch-1");
    assertThat(aside.faults().getFirst().detail().zh()).isEqualTo("欧阳小𬭎有误");
    Access access = library.accesses().list("holder=E98765432", Long.MAX_VALUE, 9).getFirst();
    assertThat(access.reason().purpose()).isEqualTo("欧阳小𬭎办理");
  }

  /** Writes with this version and takes back what later migrations and encryption did. */
  private void writeFirstVersion() throws SQLException {
    try (Library library = open()) {
      for (int serial = 0; serial < LICENCES; serial++) {
        SampleLicences.file(library, serial);
      }
    }
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      for (int serial = 0; serial < LICENCES; serial++) {
        toTheClear(connection, serial);
      }
      for (String table :
          List.of(
              "data_key",
              "rotation",
              "search_index",
              "licence_use",
              "use_tally",
              "use_recall",
              "use_request",
              "follow_up",
              "follow_up_event",
              "joint",
              "joint_step",
              "joint_part")) {
        statement.executeUpdate("DROP TABLE " + table);
      }
      statement.executeUpdate("DROP INDEX access_different");
      statement.executeUpdate("DROP INDEX quarantine_settled");
      statement.executeUpdate("DROP INDEX event_received");
      statement.executeUpdate("ALTER TABLE access DROP COLUMN organisation");
      statement.executeUpdate("ALTER TABLE access DROP COLUMN use_code");
      statement.executeUpdate("DELETE FROM flyway_schema_history WHERE version > '1'");
      statement.executeUpdate(
          "INSERT INTO quarantine VALUES (1, 'source-1', NULL, 'event.schema-violated', 1, NULL, NULL, 0,"
              + " zeroblob(32), 'text/plain', 'batch-1', CAST('欧阳小𬭎' AS BLOB))");
      statement.executeUpdate(
          "INSERT INTO quarantine_fault VALUES (1, 0, 'event.schema-violated', '/data/欧阳小𬭎',"
              + " '欧阳小𬭎有误', 'wrong')");
      statement.executeUpdate(
          "INSERT INTO access VALUES (1, 0, 'a', 'approver', 'item', 'case', '欧阳小𬭎办理', 'li.si',"
              + " 'search', 'holder=E98765432', 'found')");
    }
  }

  private static void toTheClear(Connection connection, int serial) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "UPDATE event SET document = ?, original = ?, locator = 'batch-1' WHERE subject = ?")) {
      statement.setBytes(1, SampleLicences.document(serial));
      statement.setBytes(2, SampleLicences.original(serial));
      statement.setString(3, SampleLicences.identifier(serial).toString());
      assertThat(statement.executeUpdate()).isEqualTo(1);
    }
  }

  private Flyway flyway(String target) {
    return Flyway.configure()
        .dataSource("jdbc:sqlite:" + folder.resolve("library.db"), "", "")
        .locations("classpath:db/sqlite")
        .target(target)
        .load();
  }

  private Library open() {
    ReferenceLedger ledger = new ReferenceLedger();
    LibrarySettings settings = new LibrarySettings(folder, keys, Retries.USUAL);
    return new SqliteKind().open(settings, ledger, ledger, InstantSource.system());
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("library.db"));
  }

  /** Everything that lies in the folder, byte for byte. */
  private String files() {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path it : files.filter(Files::isRegularFile).toList()) {
        all.append(Files.readString(it, ISO_8859_1));
      }
      return all.toString();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String latin(String text) {
    return new String(text.getBytes(UTF_8), ISO_8859_1);
  }
}
