package licencehub.demo.regions;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import licencehub.demo.world.Story;
import licencehub.federation.Peer;
import licencehub.hub.config.ConfigLoader;
import licencehub.hub.config.Loaded;
import licencehub.model.Unavailable;
import licencehub.model.code.CitizenNumber;
import licencehub.model.code.HolderCode;
import licencehub.model.code.HolderCodeType;
import licencehub.model.event.Holder;

/** All hubs of the demo, introduced to each other and loaded. */
final class RegionHubs implements AutoCloseable {
  /** Longer than a hub leaves a silent peer alone, and than filters take to go round. */
  private static final Duration REST = Duration.ofMillis(2_500);

  private final List<RegionHub> hubs;
  private final int each;
  private final InstantSource clock;

  private RegionHubs(List<RegionHub> hubs, int each, InstantSource clock) {
    this.hubs = hubs;
    this.each = each;
    this.clock = clock;
  }

  /**
   * Starts them, lets them in at each other, and files cases.
   *
   * @param each cases of each hub, besides those all have
   */
  static RegionHubs start(Path folder, int each, PrintWriter err, InstantSource clock) {
    List<RegionHub> hubs = Place.ALL.stream().map(it -> RegionHub.in(it, folder, clock)).toList();
    RegionHubs regions = new RegionHubs(hubs, each, clock);
    try {
      err.println("启动枢纽 starting hubs: " + hubs.size());
      err.flush();
      hubs.parallelStream().forEach(it -> regions.start(it, err));
      err.println("交换名片 exchanging cards: " + hubs.size() + " × " + (hubs.size() - 1));
      new Introductions(folder, clock).all(hubs);
      err.println("载入办件 filing cases: " + hubs.size() + " × " + each);
      err.flush();
      IntStream.range(0, hubs.size())
          .parallel()
          .forEach(it -> hubs.get(it).load(Scenario.cases(it, each)));
      regions.awaitFilters();
      return regions;
    } catch (RuntimeException e) {
      regions.close();
      throw e;
    }
  }

  private void start(RegionHub hub, PrintWriter err) {
    hub.start();
    err.println("  " + hub.place.text() + "  " + hub.stage.hubUrl());
    err.flush();
  }

  RegionHub at(String region) {
    return hubs.stream()
        .filter(it -> it.place.region().text().equals(region))
        .findFirst()
        .orElseThrow();
  }

  List<RegionHub> all() {
    return hubs;
  }

  InstantSource clock() {
    return clock;
  }

  /** A case of this hub alone that ended in a licence. */
  Story withLicence(RegionHub hub) {
    int place = hubs.indexOf(hub);
    return Scenario.cases(place, each)
        .filter(it -> it % hubs.size() == place)
        .mapToObj(hub::story)
        .filter(Story::hasLicence)
        .findFirst()
        .orElseThrow();
  }

  /** A case that ended in a licence at both. */
  long inBoth(RegionHub one, RegionHub other) {
    return licensed(one)
        .filter(it -> licensed(other).anyMatch(n -> n == it))
        .filter(it -> onlyThere(it, one, other))
        .findFirst()
        .orElseThrow();
  }

  private LongStream licensed(RegionHub hub) {
    return Scenario.cases(hubs.indexOf(hub), each).filter(it -> hub.story(it).hasLicence());
  }

  /** Whether nobody else has a licence of the same applicant. */
  private boolean onlyThere(long number, RegionHub one, RegionHub other) {
    HolderCode applicant = one.story(number).applicant().code();
    return hubs.stream()
        .filter(it -> !it.equals(one) && !it.equals(other))
        .noneMatch(
            it -> licensed(it).anyMatch(n -> it.story(n).applicant().code().equals(applicant)));
  }

  /** Somebody who never applied for anything. */
  Holder nobody() {
    return new Holder(
        "无证样本",
        new HolderCode(
            HolderCodeType.CITIZEN_NUMBER, CitizenNumber.complete("99999919800101999").text()));
  }

  /** How many requests other hubs have answered to one, by their own counters. */
  long peerRequests(RegionHub asker) {
    return hubs.stream()
        .filter(it -> !it.equals(asker))
        .flatMap(it -> it.client().text("/metrics").lines())
        .filter(it -> it.startsWith("licencehub_peer_requests_seconds_count"))
        .filter(it -> it.contains("peer=\"" + asker.place.id() + "\""))
        .filter(it -> it.contains("operation=\"searchLicences\""))
        .mapToLong(it -> (long) Double.parseDouble(it.substring(it.lastIndexOf(' ') + 1)))
        .sum();
  }

  /** All hubs as the first one's operator let them in, and that one as the second's. */
  List<Peer> asPeers() {
    Map<String, Peer> peers = new LinkedHashMap<>();
    peersOf(hubs.get(1)).forEach(it -> peers.put(it.hub(), it));
    peersOf(hubs.getFirst()).forEach(it -> peers.put(it.hub(), it));
    return List.copyOf(peers.values());
  }

  Peer asPeer(RegionHub hub) {
    return asPeers().stream()
        .filter(it -> it.hub().equals(hub.place.id()))
        .findFirst()
        .orElseThrow();
  }

  /** Until silent peers are asked again. */
  void rest() {
    try {
      Thread.sleep(REST);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unavailable("demo", "stopped while waiting", e);
    }
  }

  @Override
  public void close() {
    hubs.parallelStream().forEach(RegionHub::close);
  }

  /** Until a search for nobody costs nobody a request: every hub has every filter. */
  private void awaitFilters() {
    Instant deadline = clock.instant().plus(Duration.ofMinutes(2));
    for (RegionHub hub : hubs) {
      Questions questions = new Questions(hub);
      while (questions.byHolder(nobody()).has("hubs")) {
        if (clock.instant().isAfter(deadline)) {
          throw new Unavailable(hub.place.id(), "does not have the filters of the other hubs");
        }
        rest();
      }
    }
  }

  private static List<Peer> peersOf(RegionHub hub) {
    return ConfigLoader.load(hub.stage.config()) instanceof Loaded.Sound it
        ? it.config().peers()
        : List.of();
  }
}
