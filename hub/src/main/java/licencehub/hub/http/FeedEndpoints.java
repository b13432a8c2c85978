package licencehub.hub.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import licencehub.library.HistoryEntry;
import licencehub.library.Joints;
import licencehub.library.Outbox;
import licencehub.model.MalformedValue;
import licencehub.model.Text;

/** The change stream over HTTP: pages with long poll, or server-sent events. */
final class FeedEndpoints implements AutoCloseable {
  private static final int USUAL = 100;
  private static final int MOST = 1000;
  private static final int LONGEST_WAIT = 30;
  private static final int WAITERS = 500;
  private static final Duration TICK = Duration.ofSeconds(1);
  private static final int TICKS_TO_HEARTBEAT = 15;

  /** A stream ends before a token does; the client comes back with Last-Event-ID. */
  private static final Duration LONGEST_STREAM = Duration.ofMinutes(10);

  private final Outbox outbox;
  private final Joints joints;
  private final Ownership ownership;
  private final Semaphore waiters = new Semaphore(WAITERS);
  private volatile boolean closed;

  FeedEndpoints(Outbox outbox, Joints joints, Ownership ownership) {
    this.joints = joints;
    this.outbox = outbox;
    this.ownership = ownership;
  }

  Answer read(Call call) {
    FeedEvents events = new FeedEvents(outbox, ownership, joints, call.caller());
    boolean stream = call.header("Accept").orElse("").contains("text/event-stream");
    if (stream) {
      long after = call.header("Last-Event-ID").map(FeedEndpoints::position).orElse(after(call));
      return new Answer.Stream(
          200, "text/event-stream; charset=utf-8", out -> stream(out, events, after));
    }
    int limit = (int) call.query("limit", USUAL, 1, MOST);
    long wait = call.query("wait", 0, 0, LONGEST_WAIT);
    FeedEvents.Page page = page(events, after(call), limit, Duration.ofSeconds(wait));
    return Json.answer(
        json -> {
          json.writeStartObject();
          json.writeArrayPropertyStart("events");
          for (HistoryEntry event : page.events()) {
            json.writeStartObject();
            json.writeNumberProperty("sequence", event.sequence());
            json.writeStringProperty("receivedAt", event.receivedAt().toString());
            json.writeName("event");
            events.write(json, event);
            json.writeEndObject();
          }
          json.writeEndArray();
          json.writeNumberProperty("next", page.next());
          json.writeNumberProperty("head", outbox.head());
          json.writeEndObject();
        });
  }

  /** Ends every stream within a second. */
  @Override
  public void close() {
    closed = true;
  }

  private FeedEvents.Page page(FeedEvents events, long after, int limit, Duration wait) {
    FeedEvents.Page page = events.after(after, limit);
    if (!page.events().isEmpty() || wait.isZero() || !waiters.tryAcquire()) {
      return page;
    }
    try {
      long end = System.nanoTime() + wait.toNanos();
      while (page.events().isEmpty() && !closed && System.nanoTime() < end) {
        if (outbox.await(page.next(), shorter(Duration.ofNanos(end - System.nanoTime())))) {
          page = events.after(page.next(), limit);
        }
      }
      return page;
    } finally {
      waiters.release();
    }
  }

  private void stream(OutputStream out, FeedEvents events, long after) throws IOException {
    if (!waiters.tryAcquire()) {
      send(out, "retry: 10000\n\n");
      return;
    }
    try {
      send(out, "retry: 1000\n\n");
      long end = System.nanoTime() + LONGEST_STREAM.toNanos();
      long position = after;
      int quiet = 0;
      while (!closed && System.nanoTime() < end) {
        FeedEvents.Page page = events.after(position, USUAL);
        position = page.next();
        for (HistoryEntry event : page.events()) {
          out.write(frame(events, event).getBytes(UTF_8));
        }
        quiet = page.events().isEmpty() ? quiet + 1 : 0;
        if (quiet % TICKS_TO_HEARTBEAT == 0) {
          send(out, quiet == 0 ? "" : ": \n\n");
        }
        outbox.await(position, TICK);
      }
    } finally {
      waiters.release();
    }
  }

  private static String frame(FeedEvents events, HistoryEntry event) {
    String data = new String(Json.bytes(json -> events.write(json, event)), UTF_8);
    return "id: "
        + event.sequence()
        + "\nevent: "
        + event.type().wire()
        + "\ndata: "
        + data
        + "\n\n";
  }

  private static void send(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(UTF_8));
    out.flush();
  }

  private static Duration shorter(Duration wait) {
    return wait.compareTo(TICK) < 0 ? wait : TICK;
  }

  private static long after(Call call) {
    return call.query("after", -1, -1, Long.MAX_VALUE);
  }

  private static long position(String text) {
    if (!text.matches("[0-9]{1,18}")) {
      throw MalformedValue.of(
          Text.of("请求头 Last-Event-ID", "header Last-Event-ID"),
          text,
          Text.of("应为位置", "must be a position"),
          "1042");
    }
    return Long.parseLong(text);
  }
}
