package licencehub.model.code;

import java.util.regex.Pattern;
import licencehub.model.MalformedValue;
import licencehub.model.Text;

/** Names one configured departmental system 来源, for example {@code sz-market-front}. */
public record SourceId(String text) implements Comparable<SourceId> {
  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{1,62}[a-z0-9]");

  /** The hub itself, as the source of events about its own acts; no system may be called so. */
  public static final SourceId HUB = new SourceId("hub");

  private static final String PEER = "peer-";

  public SourceId {
    if (!FORM.matcher(text).matches()) {
      throw MalformedValue.of(
          Text.of("来源标识", "source id"),
          text,
          Text.of("应为3至64位小写字母、数字或连字符", "must be 3 to 64 lower-case letters, digits or hyphens"),
          "sz-market-front");
    }
  }

  /** The source of what another hub gives; no system may be called so. */
  public static SourceId ofPeer(String hub) {
    return new SourceId(PEER + hub);
  }

  /** Whether it is another hub's. */
  public boolean isPeers() {
    return text.startsWith(PEER);
  }

  @Override
  public int compareTo(SourceId other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
