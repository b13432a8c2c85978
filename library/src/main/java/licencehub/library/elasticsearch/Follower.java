package licencehub.library.elasticsearch;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import licencehub.library.HistoryEntry;
import licencehub.library.IndexKey;
import licencehub.library.KeyRing;
import licencehub.library.Library;
import licencehub.library.index.Face;
import licencehub.model.Unavailable;
import licencehub.model.code.LicenceIdentifier;
import licencehub.model.event.EventType;

/** Brings an index up to the repository's events, a page at a time. */
final class Follower {
  private static final int PAGE = 1_000;
  private final Library library;
  private final KeyRing keys;
  private final Generation generation;
  private long position;

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
    if (take()) {
      generation.reach(position);
    }
  }

  /** Takes a page over; whether it can be found is left open. */
  void prepare() {
    if (take()) {
      generation.note(position);
    }
  }

  /** What was prepared can be found when this returns. */
  void finish() {
    generation.reach(position);
  }

  private boolean take() {
    List<HistoryEntry> page = library.outbox().after(position, PAGE);
    if (page.isEmpty()) {
      return false;
    }
    long last = page.getLast().sequence();
    IndexKey key = key();
    Map<String, IndexedLicence> licences = new LinkedHashMap<>();
    for (LicenceIdentifier it : touched(page)) {
      library
          .licences()
          .find(it)
          .filter(found -> found.content() != null)
          .ifPresent(
              found ->
                  licences.put(
                      it.toString(),
                      IndexedLicence.of(found, Objects.requireNonNull(found.content()), key)));
    }
    generation.put(licences, last);
    position = last;
    return true;
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
