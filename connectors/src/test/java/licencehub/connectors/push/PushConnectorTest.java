package licencehub.connectors.push;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import licencehub.connectors.BatchSource;
import licencehub.connectors.Configs;
import licencehub.connectors.Connector;
import licencehub.connectors.ConnectorContract;
import licencehub.connectors.Events;
import licencehub.connectors.PushSource;
import licencehub.connectors.PushSource.Offer;
import licencehub.connectors.RawRecord;
import licencehub.connectors.SourceConfig;
import licencehub.model.Unavailable;
import org.jspecify.annotations.Nullable;

/** The department here is a client that repeats a call until it has outcomes. */
class PushConnectorTest extends ConnectorContract {
  private final Queue<RawRecord> unsent = new ArrayDeque<>();
  private final Set<RawRecord> unanswered = ConcurrentHashMap.newKeySet();
  private final Queue<Object> calls = new ConcurrentLinkedQueue<>();
  private @Nullable PushSource source;

  @Override
  protected Connector connector() {
    return new PushConnector();
  }

  @Override
  protected SourceConfig config() {
    return Configs.unsigned("{\"capacity\": 50}", Path.of("."));
  }

  @Override
  protected void put(int count) {
    Events.next(count)
        .forEach(it -> send(new RawRecord(it.getBytes(UTF_8), "application/json", "call")));
  }

  @Override
  protected BatchSource open() {
    PushSource opened = (PushSource) super.open();
    source = opened;
    List<RawRecord> again = List.copyOf(unsent);
    unsent.clear();
    again.forEach(this::send);
    return opened;
  }

  @Override
  protected Object state() {
    return List.of(List.copyOf(unsent), Set.copyOf(unanswered));
  }

  @Override
  protected boolean cutOff() {
    return false;
  }

  @Override
  protected void restore() {}

  @Override
  protected boolean samples() {
    return false;
  }

  private void send(RawRecord record) {
    PushSource to = source;
    try {
      if (to != null && to.offer(List.of(record)) instanceof Offer.Taken taken) {
        unanswered.add(record);
        calls.add(taken.outcomes().whenComplete((outcomes, failure) -> answered(record, failure)));
        return;
      }
    } catch (Unavailable closed) {
      // the department keeps the record and sends it once the hub is back
    }
    unsent.add(record);
  }

  private void answered(RawRecord record, @Nullable Throwable failure) {
    unanswered.remove(record);
    if (failure != null) {
      send(record);
    }
  }
}
