package licencehub.connectors.files;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;

/**
 * How files are chosen and read, the same for every place they may lie in.
 *
 * @param pattern file name pattern, as {@code *.ndjson}
 * @param quiet how long size and time must stay as they are, for {@link Rule#QUIET}
 * @param filesPerLook files looked at each time, at the most
 * @param maxFileBytes larger files are not read: they end in quarantine, by their first bytes
 */
record FileReading(
    String pattern, Rule complete, Duration quiet, int filesPerLook, long maxFileBytes) {

  /** How one can tell that a file is complete. */
  enum Rule {
    /** It appears under its name only when complete. */
    @JsonProperty("rename")
    RENAME,
    /** A file of the same name with {@code .ok} behind it stands beside it. */
    @JsonProperty("marker")
    MARKER,
    /** It has not changed for a while. */
    @JsonProperty("quiet")
    QUIET
  }
}
