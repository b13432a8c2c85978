package licencehub.library.elasticsearch;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import licencehub.library.HistoryEntry;
import licencehub.library.IndexKey;
import licencehub.library.KeyRing;
import licencehub.library.Library;
import licencehub.library.LicenceRecord;
import licencehub.library.index.Face;
import licencehub.model.Unavailable;
import licencehub.model.code.LicenceIdentifier;
import licencehub.model.event.EventType;
import org.jspecify.annotations.Nullable;

/** Brings an index up to the repository's events, a page at a time. */
final class Follower {
  private static final int PAGE = 1_000;
  private final Library library;
  private final KeyRing keys;
  private final Generation generation;
  private long position;
  private @Nullable Sending sending;

  /**
   * Licences as they stood when it was read.
   *
   * @param last sequence of the newest event in it
   */
  private record Page(long last, Map<String, IndexedLicence> licences) {}

  /** A page on its way to the servers. */
  private record Sending(long position, CompletableFuture<Void> done) {}

  /** Goes on where the index says it has come to. */
  Follower(Library library, KeyRing keys, Generation generation) {
    this.library = library;
    this.keys = keys;
    this.generation = generation;
    this.position = generation.position();
  }

  Generation generation() {
    return generation;
  }

  /** Sequence of the newest event taken over. */
  long position() {
    return position;
  }

  boolean isBehind() {
    return position < library.outbox().head();
  }

  /** Takes a page over; it can be found when this returns. */
  void follow() {
    Page page = read();
    if (page != null) {
      generation.put(page.licences(), page.last());
      position = page.last();
      generation.reach(position);
    }
  }

  /**
   * Takes a page over; whether it can be found is left open. It is on its way when this returns,
   * and the next one is made meanwhile: the servers and this hub both have something to do.
   */
  void prepare() {
    Page page = read();
    arrive();
    if (page != null) {
      position = page.last();
      sending =
          new Sending(
              position,
              CompletableFuture.runAsync(
                  () -> generation.put(page.licences(), page.last()), Thread::startVirtualThread));
    }
  }

  /** What was prepared can be found when this returns. */
  void finish() {
    arrive();
    generation.reach(position);
  }

  /** Waits for the page that is on its way, and writes down how far the index has come with it. */
  private void arrive() {
    Sending last = sending;
    sending = null;
    if (last != null) {
      try {
        last.done().join();
      } catch (CompletionException e) {
        throw e.getCause() instanceof RuntimeException it ? it : e;
      }
      generation.note(last.position());
    }
  }

  /** Null when there is nothing new. */
  private @Nullable Page read() {
    long head = library.outbox().head();
    List<HistoryEntry> page = library.outbox().licencesAfter(position, PAGE);
    // A page that is not full has everything up to the head, whatever lies between.
    long last = page.size() == PAGE ? page.getLast().sequence() : Math.max(head, last(page));
    if (last == position) {
      return null;
    }
    IndexKey key = key();
    Map<String, IndexedLicence> licences = new LinkedHashMap<>();
    for (LicenceRecord it : library.licences().findAll(touched(page))) {
      HistoryEntry content = it.content();
      if (content != null) {
        licences.put(it.identifier().toString(), IndexedLicence.of(it, content, key));
      }
    }
    return new Page(last, licences);
  }

  private long last(List<HistoryEntry> page) {
    return page.isEmpty() ? position : page.getLast().sequence();
  }

  private IndexKey key() {
    return keys.findIndex(generation.key())
        .orElseThrow(
            () ->
                new Unavailable(
                    Cluster.NAME, "索引所用的密钥已不在 the key of this index is gone: " + generation.key()));
  }

  /** The licences these events are about, and those they replace. */
  private static Set<LicenceIdentifier> touched(List<HistoryEntry> page) {
    Set<LicenceIdentifier> touched = new LinkedHashSet<>();
    for (HistoryEntry it : page) {
      if (it.type().isLicence()) {
        LicenceIdentifier identifier = LicenceIdentifier.parseInbound(it.subject());
        touched.add(identifier);
        if (it.type() == EventType.LICENCE_ISSUED || it.type() == EventType.LICENCE_CHANGED) {
          String former =
              new Face(identifier, it.document()).content().path("replaces").asString("");
          if (!former.isEmpty()) {
            touched.add(LicenceIdentifier.parseInbound(former));
          }
        }
      }
    }
    return touched;
  }
}
