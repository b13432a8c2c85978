package licencehub.hub.files;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import licencehub.model.Text;
import licencehub.verification.FileMetadata;

/**
 * What a use copy 加注件 says about itself (GB/T 36903: JZJZZSJ, JZJZZZ, JZJZZSY, JZJYXQJZSJ). As good
 * as the file's verdict.
 *
 * @param madeAt 制作时间, time in China
 * @param maker 制作者
 * @param cause 制作事由
 * @param expires 有效期截止时间, time in China
 */
public record CopyNote(String madeAt, String maker, String cause, String expires) {
  /** Short names in the file's metadata. */
  public static final String MADE_AT = "JZJZZSJ";

  public static final String MAKER = "JZJZZZ";
  public static final String CAUSE = "JZJZZSY";
  public static final String EXPIRES = "JZJYXQJZSJ";

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final DateTimeFormatter WRITTEN =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  /** A moment as copies write it. */
  public static String written(Instant moment) {
    return WRITTEN.format(moment.atZone(CHINA));
  }

  /** Empty for a file that is no use copy. */
  public static Optional<CopyNote> of(FileMetadata metadata) {
    Optional<String> expires = metadata.one(EXPIRES);
    return expires.map(
        it ->
            new CopyNote(
                metadata.one(MADE_AT).orElse(""),
                metadata.one(MAKER).orElse(""),
                metadata.one(CAUSE).orElse(""),
                it));
  }

  /** Whether its time is over, or cannot be read. */
  public boolean hasExpired(Instant now) {
    try {
      return !now.isBefore(LocalDateTime.parse(expires, WRITTEN).atZone(CHINA).toInstant());
    } catch (DateTimeException e) {
      return true;
    }
  }

  /** In words, without what it was made for. */
  public Text sentence(Instant now) {
    return hasExpired(now)
        ? Text.of(
            "这是加注件，已过有效期，不得再用。", "This is a use copy; its time is over and it counts no more.")
        : Text.of(
            "这是加注件，只供所注用途使用，有效至" + expires + "。",
            "This is a use copy for the noted purpose alone, good until " + expires + ".");
  }
}
