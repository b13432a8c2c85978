package licencehub.library;

import java.util.List;

/** Who looked at what, when and why. Written through {@link Journal#log}. */
public interface AccessLog {
  /**
   * Accesses, newest first.
   *
   * @param subject licence identifier, case number or masked criterion; empty for all
   * @param before number the page ends before
   */
  List<Access> list(String subject, long before, int limit);
}
