package licencehub.hub;

import java.util.ArrayList;
import java.util.List;
import licencehub.hub.broker.EmbeddedBroker;
import licencehub.hub.config.ConfigFolder;
import licencehub.hub.http.HealthItem;
import licencehub.model.Text;
import org.jspecify.annotations.Nullable;

/**
 * The broker departments push to.
 *
 * @param embedded null where it is switched off, or one outside stands in for it
 * @param outside null where there is none, or no source is on it
 */
record BrokerParts(@Nullable EmbeddedBroker embedded, @Nullable BrokerWatch outside)
    implements AutoCloseable {
  static BrokerParts open(ConfigFolder config, HubKeys keys, SourceOpener sources) {
    return new BrokerParts(BrokerOpener.open(config, keys), BrokerWatch.start(config, sources));
  }

  List<HealthItem> health() {
    List<HealthItem> items = new ArrayList<>();
    if (embedded != null) {
      Text stopped = Text.of("消息中间件已停止", "the broker has stopped");
      items.add(HealthItem.of("broker", true, embedded.isActive() ? null : stopped));
    }
    if (outside != null) {
      items.add(outside.health());
    }
    return items;
  }

  @Override
  public void close() {
    if (outside != null) {
      outside.close();
    }
    if (embedded != null) {
      embedded.close();
    }
  }
}
