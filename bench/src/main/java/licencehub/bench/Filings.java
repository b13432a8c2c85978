package licencehub.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.LongStream;
import licencehub.demo.world.Body;
import licencehub.library.Entry;
import licencehub.model.event.Event;
import licencehub.schemas.Catalogue;
import licencehub.schemas.Checked;
import tools.jackson.databind.node.ObjectNode;

/** Groups of entries made of documents, ahead of whoever files them. */
final class Filings implements AutoCloseable {
  private static final int DEPARTMENTS = 6;

  /** From one group to the next: a case has a document at least. */
  private static final long CASES = 1_000;

  private static final int AHEAD = 8;
  private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");

  private final Catalogue catalogue = new Catalogue();
  private final BlockingQueue<List<Entry>> ready = new LinkedBlockingQueue<>(AHEAD);
  private final Iterator<ObjectNode> documents;
  private final ReentrantLock resting = new ReentrantLock();
  private final int size;
  private final Thread maker;

  private Filings(Iterator<ObjectNode> documents, int size) {
    this.documents = documents;
    this.size = size;
    this.maker = Thread.ofPlatform().daemon().name("filings").unstarted(this::make);
  }

  /**
   * Cases of six departments in turn, without end.
   *
   * @param size of a group
   */
  static Filings start(int size) {
    return start(size, 0);
  }

  /**
   * @param skipped groups that are not made
   */
  static Filings start(int size, long skipped) {
    return start(
        LongStream.iterate(skipped, lot -> lot + 1)
            .boxed()
            .flatMap(lot -> lot(lot, size).stream())
            .iterator(),
        size);
  }

  private static List<ObjectNode> lot(long lot, int size) {
    Body body = Body.number((int) (lot % DEPARTMENTS));
    return Material.documents(body, lot / DEPARTMENTS * CASES, size);
  }

  static Filings start(Iterator<ObjectNode> documents, int size) {
    Filings filings = new Filings(documents, size);
    filings.maker.start();
    return filings;
  }

  List<Entry> next() throws InterruptedException {
    return ready.take();
  }

  /** Makes nothing more until {@link #resume}: who measures wants the processors alone. */
  void rest() {
    resting.lock();
  }

  void resume() {
    resting.unlock();
  }

  @Override
  public void close() {
    maker.interrupt();
  }

  private void make() {
    List<Entry> group = new ArrayList<>();
    try {
      while (documents.hasNext()) {
        group.add(made(documents.next()));
        if (group.size() == size || !documents.hasNext()) {
          ready.put(List.copyOf(group));
          group.clear();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Entry made(ObjectNode document) {
    resting.lock();
    try {
      return entry(document);
    } finally {
      resting.unlock();
    }
  }

  private Entry entry(ObjectNode document) {
    byte[] bytes = document.toString().getBytes(UTF_8);
    Event event =
        switch (catalogue.check(bytes)) {
          case Checked.Sound(Event it) -> it;
          case Checked.Unsound it -> throw new IllegalStateException(it.toString());
        };
    return new Entry.Filing(
        event, new Entry.Original(bytes, "application/json", "bench", NOON), bytes, null, null);
  }
}
