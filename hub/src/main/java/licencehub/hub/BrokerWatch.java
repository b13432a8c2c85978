package licencehub.hub;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import licencehub.connectors.Connector;
import licencehub.connectors.Probe;
import licencehub.connectors.SourceConfig;
import licencehub.hub.config.ConfigFolder;
import licencehub.hub.config.DepartmentFile;
import licencehub.hub.config.SourceFile;
import licencehub.hub.http.HealthItem;
import licencehub.model.Text;
import org.jspecify.annotations.Nullable;

/**
 * Connects to the outside broker from time to time as its sources do, whether it is there and takes
 * the hub's password. A source tells what happens to itself; this tells it once for all of them.
 */
final class BrokerWatch implements AutoCloseable {
  private static final int SECONDS = 5;

  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("broker-watch").daemon().factory());
  private final AtomicReference<@Nullable Text> trouble = new AtomicReference<>();
  private final Connector connector;
  private final SourceConfig source;
  private final ScheduledFuture<?> looking;

  /** The steps of a dry run that every source on a broker has in common. */
  private static final class Login implements Probe {
    private static final int STEPS = 2;
    private int done;

    /** The password, then the login; what follows is a matter of the one source. */
    @Override
    public void step(Text name, Step step) {
      if (done++ < STEPS) {
        try {
          step.run();
        } catch (Exception e) {
          throw new StepFailed(name, e);
        }
      }
    }
  }

  private BrokerWatch(Connector connector, SourceConfig source) {
    this.connector = connector;
    this.source = source;
    this.looking = timer.scheduleWithFixedDelay(this::look, 0, SECONDS, TimeUnit.SECONDS);
  }

  /** Null where there is no outside broker, or no source on it. */
  static @Nullable BrokerWatch start(ConfigFolder config, SourceOpener opener) {
    for (DepartmentFile department : config.departments()) {
      for (SourceFile it : department.sources()) {
        if (it.settings().path("url").asString("").equals(config.hub().outsideBroker())) {
          return new BrokerWatch(
              SourceOpener.connector(it.connector()), opener.rules(department, it).config());
        }
      }
    }
    return null;
  }

  /** Other ways in go on without it, so it is never critical. */
  HealthItem health() {
    return HealthItem.of("broker", false, trouble.get());
  }

  @Override
  public void close() {
    looking.cancel(false);
    timer.shutdownNow();
  }

  private void look() {
    try {
      connector.check(source, new Login());
      trouble.set(null);
    } catch (RuntimeException e) {
      Throwable why = e.getCause() == null ? e : e.getCause();
      String said = String.valueOf(why.getMessage());
      trouble.set(Text.of(said, said));
    }
  }
}
