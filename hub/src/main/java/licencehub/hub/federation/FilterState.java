package licencehub.hub.federation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the hub's own filter of its holders is doing; a snapshot.
 *
 * @param answering whether peers are told of it; not while the first one is being made
 * @param position sequence of the last event whose holders are in it; -1 before the first
 * @param head sequence of the newest event filed
 * @param trouble why it does not go on; null while it does
 */
public record FilterState(boolean answering, long position, long head, @Nullable Trouble trouble) {
  /**
   * @param cause in words, without personal data
   * @param since when it was first noticed
   */
  public record Trouble(String cause, Instant since) {}

  /** Events that are filed and not looked through. */
  public long behind() {
    return Math.max(0, head - position);
  }
}
