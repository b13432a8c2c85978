package licencehub.federation.filter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import licencehub.model.MalformedValue;
import org.jspecify.annotations.Nullable;

/**
 * A hub's own filter, as its peers are told of it: the generation that answers, and beside it the
 * next one while it is made. One thread feeds both and calls {@link #grow}; any number ask.
 */
public final class FilterKeeper implements AutoCloseable {
  private static final String LIVE = "live";
  private final Path folder;
  private final Supplier<FilterKey> keys;
  private volatile @Nullable KeptFilter live;
  private volatile @Nullable KeptFilter next;

  private FilterKeeper(Path folder, Supplier<FilterKey> keys) {
    this.folder = folder;
    this.keys = keys;
  }

  /**
   * Goes on with what is there; what cannot be gone on with is made anew.
   *
   * @param keys makes a key nobody can predict
   */
  public static FilterKeeper open(Path folder, Supplier<FilterKey> keys) throws IOException {
    FilterKeeper keeper = new FilterKeeper(DurableFile.folder(folder), keys);
    String live = keeper.named();
    for (Path it : keeper.generations()) {
      KeptFilter found = sound(it);
      if (found == null || (keeper.next != null && !it.endsWith(live))) {
        close(found);
        DurableFile.delete(it);
      } else if (it.endsWith(live)) {
        keeper.live = found;
      } else {
        keeper.next = found;
      }
    }
    return keeper;
  }

  /** The one that answers, once there is one. */
  public Optional<KeptFilter> live() {
    return Optional.ofNullable(live);
  }

  /** All that holders are to be added to, each from its own place on. */
  public List<KeptFilter> fed() {
    return Stream.of(Optional.ofNullable(live), Optional.ofNullable(next))
        .flatMap(Optional::stream)
        .toList();
  }

  public FilterAnswer answer(FilterQuestion question) {
    KeptFilter answering = live;
    if (answering == null) {
      return new FilterAnswer.NoneYet();
    }
    return switch (question) {
      case FilterQuestion.Since it -> answering.since(it);
      case FilterQuestion.Piece it -> answering.piece(it);
    };
  }

  /**
   * Lets the next generation answer when it has everything, and begins one when there is none, or
   * when the one that answers is full or much too large.
   *
   * @param head sequence of the newest event there is
   */
  public void grow(long head) {
    KeptFilter now = live;
    KeptFilter made = next;
    if (made != null && made.isCrowded()) {
      long holders = made.filter().holders();
      begin(Math.max(2 * holders, expected(holders, made.reached().sequence(), head)));
    } else if (made != null && made.reached().sequence() >= head) {
      turn(made);
    } else if (made == null && now == null) {
      begin(0);
    } else if (made == null && now != null && (now.isCrowded() || now.isRoomy())) {
      begin(now.filter().holders());
    }
  }

  /** Begins a generation under a new key, for as many holders as the one that answers has. */
  public void rotate() {
    begin(live().map(it -> it.filter().holders()).orElse(0L));
  }

  /** Drops everything: what was followed is not the change stream there is now. */
  public void forget() {
    KeptFilter former = live;
    live = null;
    drop(former);
    drop(next);
    next = null;
  }

  @Override
  public void close() {
    close(live);
    close(next);
  }

  /** By how many there were in the part of the stream that has been read. */
  private static long expected(long holders, long sequence, long head) {
    return (long) ((double) holders * (head + 1) / Math.max(1, sequence + 1));
  }

  /** What is begun and fails leaves nothing: most likely there is no room. */
  private void begin(long holders) {
    drop(next);
    next = null;
    FilterKey key = keys.get();
    Path place = folder.resolve(key.generation().text());
    try {
      next = KeptFilter.create(place, key, holders);
    } catch (IOException | RuntimeException e) {
      delete(place);
      throw e instanceof IOException it ? new UncheckedIOException(it) : (RuntimeException) e;
    }
  }

  private void turn(KeptFilter made) {
    try {
      DurableFile.replace(folder.resolve(LIVE), List.of(made.generation().text()));
      KeptFilter former = live;
      live = made;
      next = null;
      drop(former);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void drop(@Nullable KeptFilter it) {
    if (it != null) {
      close(it);
      delete(folder.resolve(it.generation().text()));
    }
  }

  private static void delete(Path place) {
    try {
      DurableFile.delete(place);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void close(@Nullable KeptFilter it) {
    if (it != null) {
      it.close();
    }
  }

  private String named() throws IOException {
    try {
      return Files.readString(folder.resolve(LIVE)).strip();
    } catch (NoSuchFileException e) {
      return LIVE; // the name of no generation
    }
  }

  private List<Path> generations() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(Files::isDirectory).sorted().toList();
    }
  }

  /** Null when it cannot be gone on with. */
  private static @Nullable KeptFilter sound(Path folder) throws IOException {
    try {
      return KeptFilter.open(folder);
    } catch (MalformedValue | NoSuchFileException e) {
      return null;
    }
  }
}
