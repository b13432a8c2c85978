package licencehub.bench;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.LongStream;
import licencehub.demo.regions.Introductions;
import licencehub.demo.regions.Place;
import licencehub.demo.regions.RegionHub;
import licencehub.federation.Peer;
import licencehub.hub.config.ConfigLoader;
import licencehub.hub.config.Loaded;
import tools.jackson.databind.node.ObjectNode;

/**
 * The hubs of two cities that have let each other in, each a process of its own with cases of its
 * own.
 *
 * @param here the one that is asked
 */
record TwoRegions(RegionHub here, RegionHub there) implements AutoCloseable {
  /**
   * @param cases of each
   */
  static TwoRegions start(Path folder, int cases, PrintWriter err) {
    InstantSource clock = InstantSource.system();
    TwoRegions pair =
        new TwoRegions(
            RegionHub.in(Place.ALL.get(1), folder, clock),
            RegionHub.in(Place.ALL.get(2), folder, clock));
    try {
      for (RegionHub each : pair.both()) {
        err.println("  " + each.place.id() + " …");
        err.flush();
        each.start();
      }
      new Introductions(folder, clock).all(pair.both());
      pair.here.load(numbers(0, cases));
      pair.there.load(numbers(cases, cases));
      return pair;
    } catch (RuntimeException e) {
      pair.close();
      throw e;
    }
  }

  /** The documents of the cases of one, in order. */
  List<ObjectNode> documents(RegionHub hub, int cases) {
    return numbers(hub.equals(here) ? 0 : cases, cases)
        .boxed()
        .flatMap(it -> hub.story(it).documents().stream())
        .toList();
  }

  /** One hub as the other one's operator has let it in. */
  static Peer peer(RegionHub hub, RegionHub at) {
    return ConfigLoader.load(at.stage.config()) instanceof Loaded.Sound it
        ? it.config().peers().stream()
            .filter(peer -> peer.hub().equals(hub.place.id()))
            .findFirst()
            .orElseThrow()
        : missing(hub);
  }

  private static Peer missing(RegionHub hub) {
    throw new IllegalStateException(hub.place.id() + " has not been let in");
  }

  private List<RegionHub> both() {
    return List.of(here, there);
  }

  private static LongStream numbers(int from, int cases) {
    return LongStream.range(from, (long) from + cases);
  }

  @Override
  public void close() {
    both().forEach(RegionHub::close);
  }
}
