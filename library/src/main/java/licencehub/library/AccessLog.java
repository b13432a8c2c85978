package licencehub.library;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import licencehub.model.code.CreditCode;
import licencehub.model.code.LicenceIdentifier;

/** Who looked at what, when and why. Written through {@link Journal#log}. */
public interface AccessLog {
  /**
   * Accesses, newest first.
   *
   * @param subject licence identifier, case number or masked criterion; empty for all
   * @param before number the page ends before
   */
  List<Access> list(String subject, long before, int limit);

  /**
   * Accesses of some subjects in a span of time, newest first.
   *
   * @param subjects none for no accesses at all
   * @param before number the page ends before
   */
  List<Access> list(Set<String> subjects, Span span, long before, int limit);

  /**
   * How many comparisons of a licence in which something was different an organisation has made.
   */
  long different(LicenceIdentifier licence, CreditCode organisation, Instant since);

  /**
   * A span of time.
   *
   * @param from the first moment in it
   * @param until the first moment after it
   */
  record Span(Instant from, Instant until) {}
}
