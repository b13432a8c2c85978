package licencehub.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import licencehub.hub.federation.EmbeddedLibrary;
import licencehub.hub.federation.FilterState;
import licencehub.hub.federation.FilterState.Trouble;
import licencehub.hub.federation.HolderFollower;
import licencehub.hub.http.HealthItem;
import licencehub.hub.http.HealthItem.Status;
import licencehub.library.Library;
import licencehub.library.SampleLicences;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What operators are told of the filter of their hub's holders. */
class FilterPartsTest {
  @TempDir Path folder = Path.of("");

  @Test
  void health_says_how_far_it_is() {
    HealthItem fine = FilterParts.health(new FilterState(true, 7, 9, null));
    assertThat(fine.status()).isEqualTo(Status.UP);
    assertThat(fine.cause().en()).isEqualTo("fine, 2 events wait");
    HealthItem first = FilterParts.health(new FilterState(false, -1, 99, null));
    assertThat(first.status()).isEqualTo(Status.UP);
    assertThat(first.cause().en()).contains("100 events to go");
  }

  @Test
  void trouble_is_named_and_keeps_nobody_from_working() {
    Trouble trouble = new Trouble("disk: full", EmbeddedLibrary.NOON);
    HealthItem item = FilterParts.health(new FilterState(true, 7, 9, trouble));
    assertThat(item.status()).isEqualTo(Status.DEGRADED);
    assertThat(item.critical()).isFalse();
    assertThat(item.cause().en()).contains("disk: full", "2026-03-01T04:00:00Z", "2 events wait");
  }

  @Test
  void gauges_tell_of_its_lag_its_size_and_its_errors() {
    SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    try (Library library = EmbeddedLibrary.open(folder.resolve("library"));
        HolderFollower follower =
            HolderFollower.start(
                library.outbox(), folder.resolve("filter"), () -> EmbeddedLibrary.NOON)) {
      FilterParts.measure(follower, metrics);
      assertThat(gauge(metrics, "holders")).isZero();
      SampleLicences.file(library, 1);
      await().until(() -> gauge(metrics, "holders") == 1 && gauge(metrics, "behind") == 0);
      assertThat(gauge(metrics, "false.positives")).isBetween(1e-40, 1e-20);
    }
  }

  private static double gauge(SimpleMeterRegistry metrics, String name) {
    return metrics.get("licencehub.filter." + name).gauge().value();
  }
}
