package licencehub.demo.regions;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import licencehub.demo.players.Blemish;
import licencehub.demo.players.Envelopes;
import licencehub.demo.players.HttpPlayer;
import licencehub.demo.players.LicenceFiles;
import licencehub.demo.players.Sending;
import licencehub.demo.stage.Authority;
import licencehub.demo.stage.ConfigWriter;
import licencehub.demo.stage.HubClient;
import licencehub.demo.stage.HubProcess;
import licencehub.demo.stage.Secrets;
import licencehub.demo.stage.Stage;
import licencehub.demo.world.Story;
import licencehub.demo.world.StoryTeller;
import licencehub.hub.access.Caller;
import licencehub.hub.access.Role;
import licencehub.hub.access.Tokens;
import licencehub.model.Unavailable;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The hub of one place, as a process of its own, with one department. */
public final class RegionHub implements AutoCloseable {
  private static final Duration YEAR = Duration.ofDays(365);
  private static final Duration TOKEN_LIFE = Duration.ofMinutes(30);
  private static final long SEED = 7;
  private static final int BATCH = 200;

  public final Place place;
  public final Stage stage;
  private final Authority authority;
  private final StoryTeller teller;
  private final HubClient client;
  private final InstantSource clock;
  private volatile @Nullable HubProcess process;

  private RegionHub(Place place, Stage stage, InstantSource clock) {
    this.place = place;
    this.stage = stage;
    this.clock = clock;
    this.authority = new Authority(stage.config(), stage.outside().resolve("keys"));
    authority.establish(stage.bodies(), clock.instant());
    ConfigWriter config =
        new ConfigWriter(stage, new Secrets(stage.config().resolve("secrets")), "SHA256:none");
    config.write();
    Place.ALL.stream().filter(it -> !it.equals(place)).forEach(it -> config.grant(it.counter()));
    this.teller = new StoryTeller(SEED, clock.instant().minus(YEAR));
    this.client = new HubClient(stage, clock);
  }

  /** Sets it up in a fresh folder. */
  public static RegionHub in(Place place, Path folder, InstantSource clock) {
    return new RegionHub(place, place.stage(folder), clock);
  }

  /** Starts its process; after it was killed or stopped, again. */
  public void start() {
    process = HubProcess.start(stage);
  }

  public HubClient client() {
    return client;
  }

  /** The n-th case of the world as this place's department tells it. */
  public Story story(long n) {
    return teller.tell(place.body(), n);
  }

  /** Files cases by their numbers. */
  public void load(LongStream numbers) {
    file(numbers.mapToObj(this::story).flatMap(it -> it.documents().stream()).toList());
  }

  /** Files events in the name of its department. */
  void file(List<ObjectNode> events) {
    try (HttpPlayer player =
        new HttpPlayer(
            stage.hubUrl(),
            place.body().source(),
            new Envelopes(authority.keys(place.body())),
            new LicenceFiles(place.body(), authority, clock),
            this::token)) {
      List<Sending> all = events.stream().map(it -> new Sending(it, Blemish.NONE)).toList();
      for (int from = 0; from < all.size(); from += BATCH) {
        player.send(all.subList(from, Math.min(all.size(), from + BATCH)));
      }
    }
  }

  /** Stops it without ending it, as a network that swallows everything would. */
  void freeze() {
    signal("-STOP");
  }

  void thaw() {
    signal("-CONT");
  }

  void kill() {
    running().kill();
  }

  void stop() {
    running().close();
  }

  @Override
  public void close() {
    client.close();
    HubProcess started = process;
    if (started != null && started.isAlive()) {
      thaw();
      started.close();
    }
  }

  private HubProcess running() {
    return Objects.requireNonNull(process, "started");
  }

  private String token() {
    return Tokens.open(stage.data().resolve("keys/tokens.key"), TOKEN_LIFE)
        .issue(
            new Caller(
                place.body().source().text(), Role.DEPARTMENT, place.body().organisation().code()),
            clock.instant());
  }

  private void signal(String name) {
    try {
      Process kill = new ProcessBuilder("kill", name, Long.toString(running().pid())).start();
      if (!kill.waitFor(10, TimeUnit.SECONDS)) {
        kill.destroyForcibly();
      }
    } catch (IOException e) {
      throw new Unavailable("kill " + name, e.toString(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
