package licencehub.federation.filter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import licencehub.model.MalformedValue;

/**
 * One generation of a hub's own filter in a folder: {@code filter} with the bits, {@code added}
 * with the hashes added last, {@code reached} with the place in the change stream. What is told to
 * peers is on disk before. Safe for many threads.
 */
public final class KeptFilter implements AutoCloseable {
  /** Bytes of one piece at the most. */
  static final int PIECE = 1 << 20;

  private static final int HASHES = PIECE / HolderHash.BYTES;

  /** Bytes of additions that are kept at the most: some months of a province. */
  private static final long TAIL = 32L << 20;

  /** A place is written down when so many events have passed, or when somebody was added. */
  private static final long EVENTS = 10_000;

  private static final String NOTE = "reached";

  private final Path folder;
  private final HolderFilter filter;
  private final AddedTail tail;
  private OutboxPlace reached;
  private OutboxPlace kept;
  private long keptVersion;

  private KeptFilter(Path folder, HolderFilter filter, AddedTail tail, OutboxPlace reached) {
    this.folder = folder;
    this.filter = filter;
    this.tail = tail;
    this.reached = reached;
    this.kept = reached;
    this.keptVersion = tail.end();
    filter.reach(tail.end());
  }

  /**
   * A new, empty one.
   *
   * @param holders for so many, and some more
   */
  static KeptFilter create(Path folder, FilterKey key, long holders) throws IOException {
    DurableFile.folder(folder);
    HolderFilter filter =
        HolderFilter.create(folder.resolve("filter"), FilterHeader.fresh(key, holders));
    AddedTail tail = AddedTail.create(folder.resolve("added"), 0);
    KeptFilter made = new KeptFilter(folder, filter, tail, OutboxPlace.START);
    made.keep();
    return made;
  }

  /**
   * One as it was left, perhaps by a crash: at a place before the newest addition, or at it.
   *
   * @throws MalformedValue when something of it was lost after it had been on disk
   */
  static KeptFilter open(Path folder) throws IOException {
    HolderFilter filter = HolderFilter.open(folder.resolve("filter"));
    ReachedNote note = ReachedNote.read(folder.resolve(NOTE));
    AddedTail tail = AddedTail.open(folder.resolve("added"), filter::set);
    if (tail.end() < note.version()) {
      tail.close();
      throw ReachedNote.lost(folder);
    }
    return new KeptFilter(folder, filter, tail, note.place());
  }

  public HolderFilter filter() {
    return filter;
  }

  public FilterGeneration generation() {
    return filter.header().key().generation();
  }

  /** How far everything is in it. */
  public synchronized OutboxPlace reached() {
    return reached;
  }

  /** Those who are not in it yet are, on disk, when this returns. */
  public synchronized void add(Collection<HolderHash> holders) {
    Set<HolderHash> fresh = new LinkedHashSet<>(holders);
    fresh.removeIf(filter::mayHold);
    if (fresh.isEmpty()) {
      return;
    }
    try {
      tail.append(fresh);
      fresh.forEach(filter::set);
      filter.reach(tail.end());
      if ((tail.end() - tail.first()) * AddedTail.RECORD > Math.min(TAIL, most())) {
        filter.force(); // what leaves the tail must be in the bits for good
        tail.trim(tail.end() - (tail.end() - tail.first()) / 2);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Everything up to a place has been added. */
  public synchronized void reach(OutboxPlace place) {
    reached = place;
    if (filter.version() > keptVersion || place.sequence() - kept.sequence() > EVENTS) {
      keep();
    }
  }

  /** Whether a larger one is to be made: no more than a sixteenth of its capacity is left. */
  boolean isCrowded() {
    long capacity = filter.header().capacity();
    return filter.holders() > capacity - capacity / 16;
  }

  /** Whether a smaller one would do: it has more than 12 bits a holder without need. */
  boolean isRoomy() {
    FilterHeader header = filter.header();
    return header.capacity() > FilterHeader.LEAST && header.bits() > 12 * filter.holders();
  }

  /** What has been added since, unless that is more than the whole or too long ago. */
  synchronized FilterAnswer since(FilterQuestion.Since asked) {
    if (!tail.isOpen()) {
      return new FilterAnswer.NoneYet(); // another generation has just taken its place
    }
    long newest = filter.version();
    boolean known =
        generation().equals(asked.generation())
            && asked.version() >= tail.first()
            && asked.version() <= newest;
    if (!known || (newest - asked.version()) * HolderHash.BYTES > most()) {
      return new FilterAnswer.Whole(generation(), filter.header().length());
    }
    try {
      byte[] hashes = tail.after(asked.version(), HASHES);
      return new FilterAnswer.Added(generation(), asked.version(), hashes, newest, filter.sum());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The whole from an offset on, as much as goes into one piece. */
  synchronized FilterAnswer piece(FilterQuestion.Piece asked) {
    long length = filter.header().length();
    if (!generation().equals(asked.generation())
        || asked.offset() < 0
        || asked.offset() >= length) {
      return new FilterAnswer.Whole(generation(), length);
    }
    byte[] bytes = filter.wire(asked.offset(), PIECE);
    return new FilterAnswer.Piece(
        generation(), asked.offset(), bytes, FilterHeader.checksum(bytes, bytes.length));
  }

  @Override
  public synchronized void close() {
    try {
      keep();
      filter.force();
      tail.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Bytes of additions that are worth sending: no more than the whole has. */
  private long most() {
    return filter.header().bits() / Byte.SIZE;
  }

  private void keep() {
    try {
      new ReachedNote(reached, filter.version()).write(folder.resolve(NOTE));
      kept = reached;
      keptVersion = filter.version();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
