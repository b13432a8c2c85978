package licencehub.connectors.nativeform;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import licencehub.connectors.Configs;
import licencehub.connectors.Dialect;
import licencehub.connectors.RawRecord;

/** Foreign bytes never break the dialect, and framing never loses or invents a byte of content. */
class NativeDialectFuzzTest {
  private static final Dialect DIALECT = Configs.dialect("native", "{\"unsigned\": true}");

  @FuzzTest(maxDuration = "60s")
  void any_bytes_end_as_recognised_or_unreadable(byte[] bytes) {
    RawRecord piece = new RawRecord(bytes, "application/x-ndjson", "fuzz");
    List<RawRecord> records = DIALECT.split(piece);
    records.forEach(DIALECT::recognise);
    DIALECT.recognise(piece);
    long content = records.stream().mapToLong(it -> visible(it.bytes())).sum();
    if (content > visible(bytes) || content + marks(bytes) < visible(bytes)) {
      throw new AssertionError(content + " of " + visible(bytes) + " bytes came through");
    }
  }

  private static int marks(byte[] bytes) {
    return bytes.length >= 3 && bytes[0] == (byte) 0xEF ? 3 : 0;
  }

  private static long visible(byte[] bytes) {
    long count = 0;
    for (byte it : bytes) {
      count += " \t\r\n".indexOf(it) < 0 ? 1 : 0;
    }
    return count;
  }
}
