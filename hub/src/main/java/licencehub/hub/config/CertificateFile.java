package licencehub.hub.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a certificate in a file begins and ends to be valid. Reads only the dates (RFC 5280,
 * 4.1.2.5), so that certificates of every algorithm are understood, SM2 among them; judging is for
 * the verification room.
 */
public record CertificateFile(Instant notBefore, Instant notAfter) {
  private static final long LARGEST = 1L << 20;
  private static final Pattern PEM =
      Pattern.compile("-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\\s]+)-----END CERTIFICATE-----");
  private static final int SEQUENCE = 0x30;
  private static final int VERSION = 0xA0;
  private static final int UTC_TIME = 0x17;
  private static final int GENERALIZED_TIME = 0x18;
  private static final DateTimeFormatter UTC =
      new DateTimeFormatterBuilder()
          .appendValueReduced(ChronoField.YEAR, 2, 2, 1950)
          .appendPattern("MMddHHmmss'Z'")
          .toFormatter(java.util.Locale.ROOT);
  private static final DateTimeFormatter GENERALIZED =
      new DateTimeFormatterBuilder()
          .appendValue(ChronoField.YEAR, 4)
          .appendPattern("MMddHHmmss'Z'")
          .toFormatter(java.util.Locale.ROOT);

  /**
   * Every certificate in the file, PEM or DER, at least one.
   *
   * @throws IOException when it cannot be read or holds no certificate
   */
  public static List<CertificateFile> read(Path file) throws IOException {
    if (Files.size(file) > LARGEST) {
      throw new IOException("larger than 1 MiB");
    }
    byte[] bytes = Files.readAllBytes(file);
    List<CertificateFile> found = new ArrayList<>();
    try {
      if (bytes.length > 0 && (bytes[0] & 0xFF) == SEQUENCE) {
        found.add(parse(bytes));
      }
      Matcher pem = PEM.matcher(new String(bytes, StandardCharsets.US_ASCII));
      while (pem.find()) {
        found.add(parse(Base64.getMimeDecoder().decode(pem.group(1))));
      }
    } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException e) {
      throw new IOException("not an X.509 certificate", e);
    }
    if (found.isEmpty()) {
      throw new IOException("no certificate in it");
    }
    return found;
  }

  private static CertificateFile parse(byte[] der) {
    Der signed = new Der(der, 0, der.length).enter(SEQUENCE).enter(SEQUENCE);
    if (signed.tag() == VERSION) {
      signed.skip();
    }
    signed.skip();
    signed.skip();
    signed.skip();
    Der validity = signed.enter(SEQUENCE);
    return new CertificateFile(validity.time(), validity.time());
  }

  /** Walks through DER elements, one after the other. */
  private static final class Der {
    private final byte[] bytes;
    private final int end;
    private int at;

    Der(byte[] bytes, int at, int end) {
      this.bytes = bytes;
      this.at = at;
      this.end = end;
    }

    int tag() {
      return bytes[at] & 0xFF;
    }

    Der enter(int tag) {
      if (tag() != tag) {
        throw new IllegalArgumentException("another element was expected");
      }
      int[] span = span();
      at = span[1];
      return new Der(bytes, span[0], span[1]);
    }

    void skip() {
      at = span()[1];
    }

    Instant time() {
      DateTimeFormatter form =
          switch (tag()) {
            case UTC_TIME -> UTC;
            case GENERALIZED_TIME -> GENERALIZED;
            default -> throw new IllegalArgumentException("a time was expected");
          };
      int[] span = span();
      at = span[1];
      String text = new String(bytes, span[0], span[1] - span[0], StandardCharsets.US_ASCII);
      return LocalDateTime.parse(text, form).toInstant(ZoneOffset.UTC);
    }

    /** Where the content of the present element begins and ends. */
    private int[] span() {
      int length = bytes[at + 1] & 0xFF;
      int start = at + 2;
      if (length > 0x80) {
        int octets = length - 0x80;
        if (octets > 3) {
          throw new IllegalArgumentException("too long");
        }
        length = 0;
        for (int i = 0; i < octets; i++) {
          length = (length << 8) | (bytes[start++] & 0xFF);
        }
      }
      if (start + length > end) {
        throw new IllegalArgumentException("cut off");
      }
      return new int[] {start, start + length};
    }
  }
}
