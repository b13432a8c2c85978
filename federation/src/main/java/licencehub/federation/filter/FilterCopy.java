package licencehub.federation.filter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import licencehub.model.MalformedValue;
import licencehub.model.code.HolderCode;
import org.jspecify.annotations.Nullable;

/**
 * What is had of one peer's filter, in a folder, so that after a restart only what was added since
 * is asked for. Whatever does not fit makes it start over; without a filter every holder may be
 * held there. One thread brings it up to date, any number ask.
 */
public final class FilterCopy {
  private final Path folder;
  private final long longest;
  private volatile @Nullable HolderFilter held;
  private volatile @Nullable Instant confirmed;
  private @Nullable FilterReceipt receiving;

  private FilterCopy(Path folder, long longest) {
    this.folder = folder;
    this.longest = longest;
  }

  /**
   * Goes on with what was kept, if it is sound.
   *
   * @param longest bytes of a filter that are taken from this peer at the most
   */
  public static FilterCopy open(Path folder, long longest) {
    FilterCopy copy = new FilterCopy(folder, longest);
    try {
      DurableFile.folder(folder);
      copy.load();
    } catch (MalformedValue | IOException e) {
      copy.startOver();
    }
    return copy;
  }

  /** False only when the peer had no licence of this holder when it was last confirmed. */
  public boolean mayHold(HolderCode holder) {
    HolderFilter filter = held;
    return filter == null || filter.mayHold(holder);
  }

  /** When the copy last had every holder of the peer, by the clock of the asker. */
  public Optional<Instant> confirmed() {
    return Optional.ofNullable(confirmed);
  }

  /** What there is to look at, for measures. */
  public Optional<HolderFilter> filter() {
    return Optional.ofNullable(held);
  }

  /** What to ask next. */
  public synchronized FilterQuestion question() {
    FilterReceipt part = receiving;
    HolderFilter filter = held;
    if (part != null) {
      return new FilterQuestion.Piece(part.generation(), part.received());
    }
    return filter == null
        ? new FilterQuestion.Since(null, 0)
        : new FilterQuestion.Since(filter.header().key().generation(), filter.version());
  }

  /**
   * Takes what was answered to {@link #question()}.
   *
   * @param asOf when the peer had read everything it had filed, by the asker's clock
   * @return whether there is nothing more to ask for now
   * @throws MalformedValue when it does not fit: what was had is gone, the next question starts
   *     over
   */
  public synchronized boolean take(FilterAnswer answer, Instant asOf) {
    try {
      return switch (answer) {
        case FilterAnswer.NoneYet it -> true;
        case FilterAnswer.Added it -> add(it, asOf);
        case FilterAnswer.Whole it -> begin(it);
        case FilterAnswer.Piece it -> receive(it);
      };
    } catch (MalformedValue e) {
      startOver();
      throw e;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Forgets all that was had. */
  public synchronized void startOver() {
    try {
      held = null;
      confirmed = null;
      receiving = null;
      DurableFile.delete(place("filter"));
      DurableFile.delete(place("part"));
      DurableFile.delete(place("state"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean add(FilterAnswer.Added answer, Instant asOf) throws IOException {
    HolderFilter filter = held;
    boolean fits =
        filter != null
            && receiving == null
            && filter.header().key().generation().equals(answer.generation())
            && filter.version() == answer.from()
            && answer.hashes().length % HolderHash.BYTES == 0
            && answer.to() <= answer.newest()
            && (answer.hashes().length > 0 || answer.from() == answer.newest());
    if (filter == null || !fits) {
      throw FilterReceipt.unsound("added", answer.from() + " to " + answer.newest());
    }
    ByteBuffer hashes = ByteBuffer.wrap(answer.hashes());
    while (hashes.hasRemaining()) {
      filter.set(HolderHash.read(hashes));
    }
    filter.reach(answer.to());
    boolean done = answer.to() == answer.newest();
    if (done) {
      confirm(filter, answer, asOf);
    }
    return done;
  }

  /** Bits first, then what is said of them: after a crash between the two all starts over. */
  private void confirm(HolderFilter filter, FilterAnswer.Added answer, Instant asOf)
      throws IOException {
    if (filter.sum() != answer.sum()) {
      throw FilterReceipt.unsound("sum", "version " + answer.newest());
    }
    Instant before = confirmed;
    if (before == null || answer.hashes().length > 0) {
      filter.force();
    }
    CopyNote.of(filter, asOf).write(place("state"));
    confirmed = asOf;
  }

  private boolean begin(FilterAnswer.Whole answer) throws IOException {
    if (answer.length() > longest) {
      throw FilterReceipt.unsound("length", answer.length() + " > " + longest);
    }
    receiving = FilterReceipt.begin(place("part"), answer);
    return false;
  }

  private boolean receive(FilterAnswer.Piece answer) throws IOException {
    FilterReceipt part = receiving;
    if (part == null) {
      throw FilterReceipt.unsound("piece", "offset " + answer.offset());
    }
    if (part.take(answer)) {
      HolderFilter whole = part.whole();
      DurableFile.delete(place("state"));
      DurableFile.move(place("part"), place("filter"));
      held = whole;
      confirmed = null;
      receiving = null;
    }
    return false;
  }

  private void load() throws IOException {
    if (Files.notExists(place("state"))) {
      startOver();
      return;
    }
    CopyNote note = CopyNote.read(place("state"));
    HolderFilter filter = HolderFilter.open(place("filter"));
    filter.reach(note.version());
    if (!note.equals(CopyNote.of(filter, note.confirmed()))) {
      throw FilterReceipt.unsound("sum", folder.toString());
    }
    confirmed = note.confirmed();
    held = filter;
  }

  private Path place(String name) {
    return folder.resolve(name);
  }
}
