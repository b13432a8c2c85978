package licencehub.verification.ofd;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.text.ParseException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1UTCTime;

/** The times in seals: GeneralizedTime in the newer form, UTCTime or plain text in the older. */
final class SesTimes {
  private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);
  private static final DateTimeFormatter TEXT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
  private static final DateTimeFormatter BARE = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
  private static final int BARE_LENGTH = 14;

  private SesTimes() {}

  static Instant of(ASN1Encodable time) {
    ASN1Primitive it = time.toASN1Primitive();
    if (it instanceof ASN1GeneralizedTime usual) {
      String text = usual.getTimeString();
      if (text.length() == BARE_LENGTH + 1 && text.endsWith("Z")) {
        return LocalDateTime.parse(text.substring(0, BARE_LENGTH), BARE).toInstant(ZoneOffset.UTC);
      }
    }
    try {
      return it instanceof ASN1UTCTime utc
          ? utc.getAdjustedDate().toInstant()
          : ASN1GeneralizedTime.getInstance(it).getDate().toInstant();
    } catch (ParseException e) {
      throw new IllegalArgumentException("not a time", e);
    }
  }

  /**
   * The older form has bits where the time belongs and leaves open what they are: a text in Beijing
   * time, or the encoding of a time. Anything else counts as no time.
   */
  static Optional<Instant> ofBits(byte[] bits) {
    String text = new String(bits, US_ASCII).strip();
    try {
      if (text.length() == BARE_LENGTH && text.chars().allMatch(Character::isDigit)) {
        return Optional.of(LocalDateTime.parse(text, BARE).toInstant(CHINA));
      }
      return text.matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d")
          ? Optional.of(LocalDateTime.parse(text, TEXT).toInstant(CHINA))
          : Optional.of(of(ASN1Primitive.fromByteArray(bits)));
    } catch (IOException | RuntimeException e) {
      // Days that do not exist, and the ASN.1 reader's exceptions, which are of many kinds.
      return Optional.empty();
    }
  }
}
