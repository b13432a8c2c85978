package licencehub.verification.file;

import java.util.regex.Pattern;
import licencehub.model.Reason;
import licencehub.model.Text;
import licencehub.verification.envelope.Refused;

/** The ways a file as a whole is refused. */
public final class Faults {
  private static final int SHOWN = 80;
  private static final Pattern UNSHOWN = Pattern.compile("[^\\x20-\\x7e]");
  private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");

  private Faults() {}

  public static Refused unreadable(String zh, String en) {
    return new Refused(Reason.FILE_UNREADABLE, Text.of(zh, en));
  }

  public static Refused unsafe(String zh, String en) {
    return new Refused(Reason.FILE_UNSAFE, Text.of(zh, en));
  }

  public static Refused beyond(String zh, String en) {
    return new Refused(Reason.FILE_BEYOND_LIMITS, Text.of(zh, en));
  }

  /** Foreign text of any script, short and without what does not show, for people. */
  public static String plain(String foreign) {
    String clean = INVISIBLE.matcher(foreign).replaceAll("?");
    return clean.codePointCount(0, clean.length()) > SHOWN
        ? clean.substring(0, clean.offsetByCodePoints(0, SHOWN)) + "…"
        : clean;
  }

  /** Foreign text short and without control characters, for messages. */
  public static String shown(String foreign) {
    String clean = UNSHOWN.matcher(foreign).replaceAll("?");
    return clean.length() > SHOWN ? clean.substring(0, SHOWN) + "…" : clean;
  }
}
