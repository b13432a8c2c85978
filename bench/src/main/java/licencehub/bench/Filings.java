package licencehub.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import licencehub.demo.world.Body;
import licencehub.library.Entry;
import licencehub.model.event.Event;
import licencehub.schemas.Catalogue;
import licencehub.schemas.Checked;
import tools.jackson.databind.node.ObjectNode;

/**
 * Groups of entries without end, of cases of six departments in turn, made ahead of whoever files.
 */
final class Filings implements AutoCloseable {
  private static final int DEPARTMENTS = 6;
  private static final long CASES = 100_000;
  private static final int AHEAD = 8;
  private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");

  private final Catalogue catalogue = new Catalogue();
  private final BlockingQueue<List<Entry>> ready = new LinkedBlockingQueue<>(AHEAD);
  private final int size;
  private final Thread maker;

  private Filings(int size) {
    this.size = size;
    this.maker = Thread.ofPlatform().daemon().name("filings").unstarted(this::make);
  }

  /**
   * @param size of a group
   */
  static Filings start(int size) {
    Filings filings = new Filings(size);
    filings.maker.start();
    return filings;
  }

  List<Entry> next() throws InterruptedException {
    return ready.take();
  }

  @Override
  public void close() {
    maker.interrupt();
  }

  private void make() {
    List<Entry> group = new ArrayList<>();
    try {
      for (int lot = 0; true; lot++) {
        Body body = Body.number(lot % DEPARTMENTS);
        for (ObjectNode each : Material.documents(body, lot / DEPARTMENTS * CASES, size)) {
          group.add(entry(each));
          if (group.size() == size) {
            ready.put(List.copyOf(group));
            group.clear();
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
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
