package licencehub.library.sqlite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import licencehub.library.DataKey;
import licencehub.library.HeldKeys;
import licencehub.library.IndexKey;
import licencehub.library.LibraryKind;
import licencehub.library.LibrarySettings;
import licencehub.library.Retries;
import licencehub.library.index.SearchTokens;
import licencehub.library.sql.Words;
import licencehub.model.Unavailable;
import licencehub.model.code.CreditCode;
import licencehub.model.code.HolderCode;
import licencehub.model.code.HolderCodeType;
import licencehub.model.code.LicenceIdentifier;
import licencehub.model.code.LicenceTypeCode;
import licencehub.model.code.RegionCode;
import licencehub.model.event.Holder;
import licencehub.model.event.Organisation;
import licencehub.model.event.Statement.LicenceContent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is true of the file itself. */
class SqliteFileTest {
  private static final CreditCode ISSUER = new CreditCode("11430000006122244L");
  private static final HeldKeys KEYS =
      new HeldKeys(List.of(new DataKey(1, new byte[32])), List.of(key('1')));
  @TempDir Path folder = Path.of("");

  @Test
  void it_is_found_by_its_name() {
    assertThat(ServiceLoader.load(LibraryKind.class))
        .extracting(LibraryKind::name)
        .contains("sqlite");
  }

  @Test
  void a_commit_is_on_disk_before_it_returns() throws SQLException {
    try (LibraryFile file = LibraryFile.open(settings())) {
      assertThat(setting(file, "journal_mode")).isEqualTo("wal");
      assertThat(setting(file, "synchronous")).isEqualTo("2");
      assertThat(setting(file, "page_size")).isEqualTo("8192");
    }
  }

  @Test
  void readers_cannot_write() {
    try (LibraryFile file = LibraryFile.open(settings())) {
      assertThatThrownBy(() -> file.readers().ask(it -> it.change("DELETE FROM event")))
          .isInstanceOf(Unavailable.class);
    }
  }

  @Test
  void two_cannot_have_it_open_at_once() {
    try (LibraryFile file = LibraryFile.open(settings())) {
      assertThat(file.writer()).isNotNull();
      assertThatThrownBy(() -> LibraryFile.open(settings()))
          .isInstanceOf(Unavailable.class)
          .hasMessageContaining("open already");
    }
    LibraryFile.open(settings()).close();
  }

  @Test
  void a_file_that_is_no_library_is_refused_by_name() throws Exception {
    Files.writeString(folder.resolve("library.db"), "这不是数据库。".repeat(1_000), UTF_8);
    assertThatThrownBy(() -> LibraryFile.open(settings()))
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining("library.db");
  }

  @Test
  void the_index_says_nothing_without_its_key() throws SQLException {
    Holder holder = new Holder("李小𬭎", new HolderCode(HolderCodeType.PASSPORT, "E12345678"));
    Set<String> one = new SearchTokens(key('1')).of(content(holder));
    Set<String> other = new SearchTokens(key('2')).of(content(holder));
    assertThat(one).doesNotContainAnyElementsOf(other).allMatch(it -> it.matches("[a-z2-7]+"));
    try (LibraryFile file = LibraryFile.open(settings())) {
      new FullTextWords()
          .add(
              file.writer(), "licence_token", List.of(new Words.Content(0, String.join(" ", one))));
      file.writer().run("CREATE VIRTUAL TABLE temp.term USING fts5vocab(main, licence_token, row)");
      assertThat(file.writer().list("SELECT term FROM temp.term", row -> row.getString(1)))
          .containsExactlyInAnyOrderElementsOf(one);
    }
  }

  private static LicenceContent content(Holder holder) {
    LocalDate day = LocalDate.of(2026, 3, 1);
    LicenceIdentifier identifier =
        LicenceIdentifier.mint(new LicenceTypeCode("11100000MB0143028R001"), ISSUER, "1", 1);
    return new LicenceContent(
        identifier,
        "食品经营许可证",
        "JY14403070001234",
        new Organisation(ISSUER, "深圳市市场监督管理局"),
        new RegionCode("440300"),
        day,
        day,
        null,
        List.of(holder),
        null,
        null,
        null,
        null);
  }

  private LibrarySettings settings() {
    return new LibrarySettings(folder, KEYS, Retries.USUAL);
  }

  private static IndexKey key(char with) {
    return new IndexKey(1, String.valueOf(with).repeat(32).getBytes(UTF_8));
  }

  private static String setting(LibraryFile file, String name) throws SQLException {
    return file.writer().first("PRAGMA " + name, row -> row.getString(1)).orElseThrow();
  }
}
