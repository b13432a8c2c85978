package licencehub.routes.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.function.Consumer;
import licencehub.connectors.FeedPosition;
import licencehub.library.HistoryEntry;
import licencehub.library.Outbox;
import licencehub.model.Digest;
import licencehub.model.Unavailable;

/** Reads the outbox in pieces that fit into memory, however far behind the feed is. */
record OutboxPages(Outbox outbox) {
  private static final int AT_ONCE = 50;
  private static final int MOST_EVENTS = 1000;
  private static final long MOST_BYTES = 8L << 20;

  /** Hands over what one transaction takes, and tells how far that is. */
  FeedPosition next(FeedPosition from, Consumer<HistoryEntry> reader) {
    FeedPosition reached = from;
    int events = 0;
    long bytes = 0;
    while (events < MOST_EVENTS && bytes < MOST_BYTES) {
      List<HistoryEntry> page = outbox.after(reached.sequence(), AT_ONCE);
      for (HistoryEntry it : page) {
        reader.accept(it);
        bytes += it.document().length;
      }
      if (page.isEmpty()) {
        return reached;
      }
      events += page.size();
      reached = position(page.getLast());
    }
    return reached;
  }

  /** The position behind everything filed so far. */
  FeedPosition end() {
    List<HistoryEntry> last = outbox.after(outbox.head() - 1, 1);
    return last.isEmpty() ? FeedPosition.NONE : position(last.getFirst());
  }

  /**
   * @throws Unavailable when the position is none of this library: what is filed here would be
   *     skipped, or another hub's place be taken
   */
  void recognise(FeedPosition kept) {
    if (kept.equals(FeedPosition.NONE)) {
      return;
    }
    boolean known =
        outbox.after(kept.sequence() - 1, 1).stream().anyMatch(it -> position(it).equals(kept));
    if (!known) {
      throw new Unavailable(
          "feed",
          "位置 %1$d 不是本库的：另一枢纽用了同名变更流，或库由旧备份恢复；请换一个 feed.kafka.name 重新发布 position %1$d is not of this library: another hub has a feed of this name, or the library was restored from an older copy; publish anew under another feed.kafka.name"
              .formatted(kept.sequence()));
    }
  }

  private static FeedPosition position(HistoryEntry it) {
    return new FeedPosition(it.sequence(), digest(it));
  }

  private static String digest(HistoryEntry it) {
    byte[] place = (it.source() + "\n" + it.id() + "\n").getBytes(UTF_8);
    return Digest.of(place, it.document()).toString();
  }
}
