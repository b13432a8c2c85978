package licencehub.model;

import org.jspecify.annotations.Nullable;

/**
 * What one check of a verification found. Every check of the policy appears in every report, so
 * that silence never hides an unchecked thing.
 *
 * @param check the check's published name, for example {@code signature}
 * @param reason why it failed; null unless failed
 * @param detail the facts it looked at, without personal data
 */
public record Finding(String check, Result result, @Nullable Reason reason, String detail) {
  /** How a check ended. */
  public enum Result {
    PASSED,
    FAILED,
    SKIPPED
  }

  public Finding {
    if ((result == Result.FAILED) != (reason != null)) {
      throw new IllegalArgumentException(
          check + ": a reason belongs to a failed check, and only there");
    }
  }

  public static Finding passed(String check, String detail) {
    return new Finding(check, Result.PASSED, null, detail);
  }

  public static Finding failed(String check, Reason reason, String detail) {
    return new Finding(check, Result.FAILED, reason, detail);
  }

  public static Finding skipped(String check, String why) {
    return new Finding(check, Result.SKIPPED, null, why);
  }
}
