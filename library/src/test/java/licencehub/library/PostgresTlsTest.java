package licencehub.library;

import static licencehub.library.LicenceSample.issued;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import licencehub.library.DatabaseSettings.Encryption;
import licencehub.model.Unavailable;
import licencehub.model.submission.Outcome;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database whose server has a certificate, for the address 127.0.0.1 and no name. */
class PostgresTlsTest {
  @TempDir static Path certificates = Path.of("");
  private static SampleAuthority authority;
  private static PostgresServer server;
  @TempDir Path folder = Path.of("");

  @BeforeAll
  static void start() {
    authority = SampleAuthority.in(certificates.resolve("own"));
    server =
        PostgresServer.own(
            Map.of(
                "ssl", "on",
                "ssl_cert_file", authority.serverCertificate().toString(),
                "ssl_key_file", authority.serverKey().toString()));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void every_line_to_a_server_of_a_known_authority_is_encrypted() throws SQLException {
    try (Library library = open(server.address(), authority.root())) {
      List<Entry> entries = List.of(issued(1).filing());
      assertThat(library.journal().file(entries).join().getFirst())
          .isInstanceOf(Outcome.Accepted.class);
      assertThat(library.outbox().head()).isZero();
      assertThat(lines("true")).isGreaterThanOrEqualTo(2);
      assertThat(lines("false")).isZero();
    }
  }

  @Test
  void a_server_of_another_authority_is_refused() {
    SampleAuthority other = SampleAuthority.in(certificates.resolve("other"));
    assertThatThrownBy(() -> open(server.address(), other.root()))
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining("cannot be reached");
  }

  @Test
  void a_certificate_for_another_host_is_refused() {
    String name = server.address().replace("127.0.0.1", "localhost");
    assertThatThrownBy(() -> open(name, authority.root()))
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining("localhost");
  }

  @Test
  void a_server_that_does_not_encrypt_is_refused() {
    assertThatThrownBy(() -> open(PostgresServer.sharedAddress(), authority.root()))
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining("SSL");
  }

  /** Lines of hubs that are encrypted, or are not. */
  private static int lines(String encrypted) throws SQLException {
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT count(*) FROM pg_stat_ssl JOIN pg_stat_activity USING (pid)"
                    + " WHERE application_name LIKE 'licencehub%' AND ssl = "
                    + encrypted)) {
      row.next();
      return row.getInt(1);
    }
  }

  private Library open(String address, Path root) {
    DatabaseSettings usual = PostgresServer.settings(address, folder);
    DatabaseSettings verified =
        new DatabaseSettings(
            usual.addresses(),
            usual.database(),
            usual.schema(),
            usual.user(),
            null,
            Encryption.VERIFIED,
            root,
            usual.readers(),
            usual.patience(),
            false);
    ReferenceLedger ledger = new ReferenceLedger();
    return FolderedPostgres.kind()
        .open(
            new LibrarySettings(folder, SampleKeys.FIRST, Retries.USUAL, verified),
            ledger,
            ledger,
            InstantSource.system());
  }
}
