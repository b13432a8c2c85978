package licencehub.connectors;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One record as it came, before anything about it is believed.
 *
 * @param bytes the exact bytes; kept for good if the record is quarantined
 * @param mediaType what the transport says they are, for example {@code application/json}
 * @param locator where they stood, for people: {@code EA_JC_STEP_PROC[SN=3]}, {@code a.ndjson#17};
 *     never personal data
 * @param trace the trace its sender had under way, as W3C {@code traceparent}; null where none is
 *     known. Not kept.
 */
public record RawRecord(byte[] bytes, String mediaType, String locator, @Nullable String trace) {
  /** The header or property a trace comes in. */
  public static final String TRACE = "traceparent";

  private static final Pattern FORM = Pattern.compile("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

  public RawRecord(byte[] bytes, String mediaType, String locator) {
    this(bytes, mediaType, locator, null);
  }

  /**
   * The records as parts of a trace.
   *
   * @param trace what the transport says it is; null for none, and what is no trace is none
   */
  public static List<RawRecord> traced(List<RawRecord> records, @Nullable String trace) {
    return trace == null || !FORM.matcher(trace).matches()
        ? records
        : records.stream()
            .map(it -> new RawRecord(it.bytes(), it.mediaType(), it.locator(), trace))
            .toList();
  }
}
