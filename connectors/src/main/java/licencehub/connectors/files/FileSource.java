package licencehub.connectors.files;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import licencehub.connectors.Batch;
import licencehub.connectors.BatchSource;
import licencehub.connectors.SourceConfig;
import licencehub.connectors.files.Drop.Listed;
import licencehub.connectors.files.FileInHand.Place;
import licencehub.connectors.intake.Fuse;
import licencehub.connectors.intake.Intake;
import licencehub.model.submission.Outcome;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a folder file by file and moves each one away once all its records are settled. How far a
 * file was read is kept in memory only: after a restart it is read again, and repeats are harmless.
 */
final class FileSource implements BatchSource {
  private static final Logger LOG = LoggerFactory.getLogger(FileSource.class);

  private final SourceConfig config;
  private final FileReading reading;
  private final Drop.Opener opener;
  private final Completeness completeness;
  private final Fuse fuse;
  private final Intake<Place> intake = new Intake<>();
  private final Deque<Listed> next = new ArrayDeque<>();
  private final Map<String, FileInHand> hands = new HashMap<>();
  private final Deque<FileInHand> finished = new ArrayDeque<>();
  private @Nullable FileInHand current;
  private @Nullable Drop drop;

  FileSource(SourceConfig config, FileReading reading, Drop.Opener opener, LongSupplier nanos) {
    this.config = config;
    this.reading = reading;
    this.opener = opener;
    this.completeness = new Completeness(reading, nanos);
    this.fuse = new Fuse(config.id().text());
  }

  /** Looks once and does not wait: a file may come at any time, and nobody tells. */
  @Override
  public synchronized Batch poll(int limit, Duration patience) {
    if (intake.waiting() < limit) {
      fuse.call(() -> fill(limit));
    }
    return intake.take(limit);
  }

  @Override
  public synchronized void settle(Batch batch, List<Outcome> outcomes) {
    for (Intake.Settled<Place> it : intake.settle(batch, outcomes)) {
      FileInHand file = it.piece().file();
      file.settle(it.piece().line(), it.outcome());
      if (file.isDone() && hands.get(file.file().name()) == file) {
        finished.add(file);
      }
    }
    try {
      moveFinished(connected());
    } catch (IOException e) {
      disconnect();
      LOG.warn("{}: files settled but not moved yet, tried again: {}", config.id(), e.toString());
    }
  }

  @Override
  public synchronized void giveBack(Batch batch) {
    intake.giveBack(batch);
  }

  @Override
  public synchronized void close() {
    disconnect();
    try {
      opener.close();
    } catch (IOException e) {
      LOG.debug("{}: closing", config.id(), e);
    }
  }

  /** Whether anything could be read. */
  private boolean fill(int limit) throws IOException {
    try {
      Drop here = connected();
      moveFinished(here);
      while (intake.waiting() < limit) {
        FileInHand file = current == null ? nextFile(here) : current;
        if (file == null) {
          return false;
        }
        current = file;
        read(here, file, limit);
      }
      return true;
    } catch (IOException e) {
      disconnect();
      throw e;
    }
  }

  private void read(Drop here, FileInHand file, int limit) throws IOException {
    try {
      file.read(here, config.dialect(), intake, limit, reading.maxFileBytes());
    } catch (IOException e) {
      if (here.look(file.file().name()).isPresent()) {
        throw e;
      }
      abandon(file, "vanished while it was read");
    }
    if (file.isExhausted()) {
      current = null;
    }
    if (file.isDone()) {
      finished.add(file);
      moveFinished(here);
    }
  }

  private @Nullable FileInHand nextFile(Drop here) throws IOException {
    if (next.isEmpty()) {
      completeness.complete(here.list(reading.filesPerLook())).stream()
          .filter(it -> !hands.containsKey(it.name()))
          .forEach(next::add);
    }
    Listed file = next.poll();
    if (file == null) {
      return null;
    }
    FileInHand taken = new FileInHand(file);
    hands.put(file.name(), taken);
    return taken;
  }

  private void moveFinished(Drop here) throws IOException {
    while (!finished.isEmpty()) {
      FileInHand file = finished.getFirst();
      if (here.look(file.file().name()).equals(Optional.of(file.file()))) {
        new Departure(here, completeness.hasMarkers()).leave(file);
        hands.remove(file.file().name());
      } else {
        abandon(file, "is no longer the file that was read");
      }
      finished.removeFirst();
    }
  }

  private void abandon(FileInHand file, String why) {
    LOG.warn("{}: {} {}; what stands there now is read anew", config.id(), file.file().name(), why);
    intake.forget(it -> it.file().equals(file));
    hands.remove(file.file().name());
    current = current == file ? null : current;
  }

  private Drop connected() throws IOException {
    Drop here = drop;
    if (here == null) {
      here = opener.open();
      drop = here;
    }
    return here;
  }

  private void disconnect() {
    try (Drop closed = drop) {
      drop = null;
    } catch (IOException e) {
      LOG.debug("{}: disconnecting", config.id(), e);
    }
  }
}
