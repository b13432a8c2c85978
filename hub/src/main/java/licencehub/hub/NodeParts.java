package licencehub.hub;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashSet;
import java.util.List;
import licencehub.hub.http.HealthItem;
import licencehub.library.Leases;
import licencehub.model.Text;

/** What is told of the hubs that share a library. */
final class NodeParts {
  private NodeParts() {}

  /** What a hub alone has for itself goes on whatever happens here, so it is never critical. */
  static HealthItem health(Leases leases) {
    String trouble = leases.trouble();
    if (trouble != null) {
      return HealthItem.troubled(
          "nodes",
          false,
          Text.of(
              "租约续不上，其他枢纽会接手本枢纽的采集：" + trouble,
              "leases cannot be kept; other hubs take over what this one reads: " + trouble));
    }
    List<String> nodes = leases.nodes();
    String names = String.join(", ", nodes);
    if (new HashSet<>(nodes).size() < nodes.size()) {
      return HealthItem.troubled(
          "nodes",
          false,
          Text.of(
              "有枢纽同名，请在各自的 hub.yaml 写明 hub.node：" + names,
              "hubs have the same name; set hub.node in each one's hub.yaml: " + names));
    }
    return new HealthItem(
        "nodes",
        false,
        HealthItem.Status.UP,
        Text.of(
            nodes.size() + " 个枢纽共用此库：" + names + "；本枢纽是 " + leases.node(),
            nodes.size() + " hubs share this library: " + names + "; this is " + leases.node()));
  }

  static void measure(Leases leases, MeterRegistry registry) {
    Gauge.builder("licencehub.nodes", leases, it -> it.nodes().size())
        .description("Hubs that share the library, as this one sees them")
        .register(registry);
    Gauge.builder("licencehub.leases.held", leases, NodeParts::held)
        .description("Sources and rounds that are this hub's to do")
        .register(registry);
  }

  private static double held(Leases leases) {
    return leases.holders().values().stream().filter(leases.node()::equals).count();
  }
}
