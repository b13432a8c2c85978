package licencehub.connectors.httppull;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import licencehub.connectors.Batch;
import licencehub.connectors.BatchSource;
import licencehub.connectors.Positions;
import licencehub.connectors.RawRecord;
import licencehub.connectors.SourceConfig;
import licencehub.connectors.intake.Fuse;
import licencehub.connectors.intake.Intake;
import licencehub.model.submission.Outcome;

/** Reads pages one after the other and remembers how far, once what was read is settled. */
final class PullSource implements BatchSource {
  /** Pages without items that are read in one go; a server may lead in a circle. */
  private static final int PAGES = 100;

  private final SourceConfig config;
  private final PullSettings settings;
  private final Positions positions;
  private final PageClient client;
  private final Addresses addresses;
  private final Fuse fuse;
  private final Intake<Item> intake = new Intake<>();
  private final Deque<Item> unsettled = new ArrayDeque<>();
  private Place reached = Place.START;
  private boolean started;

  /** One item of a page, with the records it holds that are not settled. */
  private static final class Item {
    private final String cursor;
    private final Page page;
    private final int index;
    private int open;

    Item(String cursor, Page page, int index, int open) {
      this.cursor = cursor;
      this.page = page;
      this.index = index;
      this.open = open;
    }

    /** Where reading goes on after it. */
    Place after() {
      Place here = Place.after(cursor, page.items(), index + 1);
      boolean last = index == page.items().size() - 1;
      return last ? page.next().map(Place::at).orElse(here) : here;
    }
  }

  PullSource(SourceConfig config, PullSettings settings, Positions positions) {
    this.config = config;
    this.settings = settings;
    this.positions = positions;
    this.client = new PageClient(settings, config.home());
    this.addresses = new Addresses(settings);
    this.fuse = new Fuse(config.id().text());
  }

  /** Asks once and does not wait: the server does not say when there is more. */
  @Override
  public synchronized Batch poll(int limit, Duration patience) {
    if (!started) {
      reached = Place.parse(positions.find(config.id()));
      started = true;
    }
    boolean more = true;
    for (int i = 0; i < PAGES && more && intake.waiting() == 0; i++) {
      more = fuse.call(this::readOn);
    }
    return intake.take(limit);
  }

  @Override
  public synchronized void settle(Batch batch, List<Outcome> outcomes) {
    intake.settle(batch, outcomes).forEach(it -> it.piece().open--);
    Optional<Item> last = Optional.empty();
    while (!unsettled.isEmpty() && unsettled.getFirst().open <= 0) {
      last = Optional.of(unsettled.removeFirst());
    }
    last.ifPresent(it -> positions.keep(config.id(), it.after().text()));
  }

  @Override
  public synchronized void giveBack(Batch batch) {
    intake.giveBack(batch);
  }

  @Override
  public synchronized void close() {
    client.close();
  }

  /** Reads the page that was reached; whether a page after it is known. */
  private boolean readOn() throws IOException {
    String cursor = reached.cursor();
    Optional<byte[]> body = client.fetch(addresses.of(cursor));
    if (body.isEmpty()) {
      return false;
    }
    Page page = Page.read(body.get(), settings.items(), settings.next());
    for (int i = reached.skipped(page.items()); i < page.items().size(); i++) {
      add(cursor, page, i);
    }
    Place end = Place.after(cursor, page.items(), page.items().size());
    reached = page.next().filter(it -> !it.equals(cursor)).map(Place::at).orElse(end);
    return !reached.cursor().equals(cursor);
  }

  private void add(String cursor, Page page, int index) {
    List<RawRecord> records = config.dialect().split(page.piece(settings.url(), index));
    Item item = new Item(cursor, page, index, records.size());
    unsettled.addLast(item);
    records.forEach(it -> intake.add(item, it));
  }
}
