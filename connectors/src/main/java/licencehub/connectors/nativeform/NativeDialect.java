package licencehub.connectors.nativeform;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import licencehub.connectors.Dialect;
import licencehub.connectors.RawRecord;
import licencehub.connectors.Recognised;
import licencehub.model.Fault;
import licencehub.model.Reason;
import licencehub.model.Text;

/** A record is one signed envelope: DSSE JSON, CMS (DER, PEM or base64) or JWS compact. */
final class NativeDialect implements Dialect {
  private static final Pattern LINE_TYPE =
      Pattern.compile("application/(x-ndjson|ndjson|jsonl|x-jsonlines)( *;.*)?");
  private static final Pattern LINE_NAME = Pattern.compile(".*\\.(ndjson|jsonl)");

  private final boolean unsigned;

  NativeDialect(boolean unsigned) {
    this.unsigned = unsigned;
  }

  @Override
  public List<RawRecord> split(RawRecord piece) {
    if (!isLines(piece)) {
      return List.of(piece);
    }
    try {
      List<RawRecord> records = new ArrayList<>();
      Lines lines = new Lines(new ByteArrayInputStream(piece.bytes()));
      for (Lines.Line line = lines.next(); line != null; line = lines.next()) {
        records.add(
            new RawRecord(line.bytes(), "application/json", piece.locator() + "#" + line.number()));
      }
      return records;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Recognised recognise(RawRecord record) {
    byte[] bytes = record.bytes();
    if (bytes.length > Lines.LONGEST) {
      return unreadable(
          Reason.BYTES_TOO_LARGE, Text.of("一条记录最多1048576字节", "a record has at most 1048576 bytes"));
    }
    return switch (NativeShape.of(bytes)) {
      case ENVELOPE -> new Recognised.Enveloped(bytes);
      case BARE_EVENT ->
          unsigned
              ? new Recognised.Unsigned(bytes)
              : unreadable(
                  Reason.SIGNATURE_MISSING,
                  Text.of(
                      "该来源必须报送签名信封（DSSE、CMS或JWS），收到的是未签名事件",
                      "this source must send signed envelopes (DSSE, CMS or JWS); this is a bare event"));
      case NEITHER ->
          unreadable(
              Reason.BYTES_UNREADABLE,
              Text.of(
                  "既不是签名信封（DSSE、CMS、JWS），也不是CloudEvents事件",
                  "neither a signed envelope (DSSE, CMS, JWS) nor a CloudEvent"));
    };
  }

  private static Recognised unreadable(Reason reason, Text detail) {
    return new Recognised.Unreadable(List.of(Fault.of(reason, detail)));
  }

  private static boolean isLines(RawRecord piece) {
    return LINE_TYPE.matcher(piece.mediaType().toLowerCase(Locale.ROOT)).matches()
        || LINE_NAME.matcher(piece.locator().toLowerCase(Locale.ROOT)).matches();
  }
}
