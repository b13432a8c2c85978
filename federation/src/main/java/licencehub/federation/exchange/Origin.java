package licencehub.federation.exchange;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names a step that was given: who gave it, and where it stands in that hub's ledger. It is the id
 * of the event another hub files it under.
 */
public record Origin(String hub, long index) {
  private static final Pattern FORM = Pattern.compile("([a-z0-9-]{1,64})/(0|[1-9][0-9]{0,17})");

  /** Reads what {@link #toString()} writes; empty for anything else. */
  public static Optional<Origin> find(String id) {
    Matcher parts = FORM.matcher(id);
    return parts.matches()
        ? Optional.of(new Origin(parts.group(1), Long.parseLong(parts.group(2))))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return hub + "/" + index;
  }
}
