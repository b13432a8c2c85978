package licencehub.connectors.tables;

import com.code_intelligence.jazzer.junit.FuzzTest;
import licencehub.connectors.Configs;
import licencehub.connectors.Dialect;
import licencehub.connectors.RawRecord;

/**
 * Foreign rows and foreign XML never break a dialect: every piece and every part gets an answer.
 */
class TablesFuzzTest {
  private static final Dialect SHANDONG = Configs.dialect("shandong", "{}");
  private static final Dialect NATIONAL = Configs.dialect("national", "{}");
  private static final Dialect EXINFO = Configs.dialect("guangdong-exinfo", "{}");

  @FuzzTest(maxDuration = "60s")
  void any_row_is_recognised_or_unreadable(byte[] bytes) {
    recognise(SHANDONG, bytes, "application/json");
    recognise(NATIONAL, bytes, "application/json");
  }

  @FuzzTest(maxDuration = "60s")
  void any_exinfo_is_recognised_or_unreadable(byte[] bytes) {
    recognise(EXINFO, bytes, "application/xml");
  }

  private static void recognise(Dialect dialect, byte[] bytes, String mediaType) {
    RawRecord piece = new RawRecord(bytes, mediaType, "fuzz");
    if (dialect.split(piece).isEmpty()) {
      throw new AssertionError("nothing came of a piece");
    }
    dialect.split(piece).forEach(dialect::recognise);
    dialect.recognise(piece);
  }
}
