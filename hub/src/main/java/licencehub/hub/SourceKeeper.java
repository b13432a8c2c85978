package licencehub.hub;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import licencehub.connectors.DeadLetterBox;
import licencehub.federation.Peer;
import licencehub.hub.config.DepartmentFile;
import licencehub.hub.config.SourceFile;
import licencehub.library.Journal;
import licencehub.library.Library;
import licencehub.model.code.SourceId;
import licencehub.routes.CollectDeadLetters;
import licencehub.routes.CollectSource;
import licencehub.routes.DeadLetterRounds;
import licencehub.routes.Source;
import licencehub.routes.SourceBoard;
import org.apache.camel.CamelContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the running sources in step with the department files: only what changed is stopped and
 * started, and a file with faults changes nothing.
 */
final class SourceKeeper {
  private static final Logger LOG = LoggerFactory.getLogger(SourceKeeper.class);

  private final CamelContext camel;
  private final SourceBoard board;
  private final SourceOpener opener;
  private final @Nullable PeerOpener peers;
  private final Library library;
  private final Journal journal;
  private final InstantSource clock;
  private final Map<SourceId, Declared> running = new TreeMap<>();

  /** A source as declared; equal declarations need no restart. */
  private sealed interface Declared {
    /** A department's system. */
    record OfDepartment(DepartmentFile department, SourceFile source) implements Declared {}

    /** What another hub gives. */
    record OfPeer(Peer peer) implements Declared {}
  }

  /**
   * @param peers opens what other hubs give; null for a hub without peers
   */
  SourceKeeper(
      CamelContext camel,
      SourceBoard board,
      SourceOpener opener,
      @Nullable PeerOpener peers,
      Library library,
      InstantSource clock) {
    this.peers = peers;
    this.camel = camel;
    this.board = board;
    this.opener = opener;
    this.library = library;
    this.journal = library.journal();
    this.clock = clock;
  }

  /** Makes the running sources those of the given files. */
  synchronized void follow(List<DepartmentFile> departments, List<Peer> others) {
    Map<SourceId, Declared> wanted = wanted(departments, others);
    List.copyOf(running.keySet()).stream()
        .filter(it -> !Objects.equals(running.get(it), wanted.get(it)))
        .forEach(it -> stop(it, wanted.containsKey(it)));
    wanted.forEach(
        (id, declared) -> {
          if (!running.containsKey(id)) {
            start(declared);
          }
        });
  }

  private Map<SourceId, Declared> wanted(List<DepartmentFile> departments, List<Peer> others) {
    Map<SourceId, Declared> wanted = new TreeMap<>();
    for (DepartmentFile department : departments) {
      department.sources().stream()
          .filter(SourceFile::enabled)
          .forEach(it -> wanted.put(it.id(), new Declared.OfDepartment(department.only(it), it)));
    }
    if (peers != null) {
      others.stream()
          .filter(it -> it.exchange().takesFrom() != null)
          .forEach(it -> wanted.put(SourceId.ofPeer(it.hub()), new Declared.OfPeer(it)));
    }
    return wanted;
  }

  private Source open(Declared declared) {
    return switch (declared) {
      case Declared.OfDepartment it -> opener.open(it.department(), it.source(), library);
      case Declared.OfPeer it -> Objects.requireNonNull(peers).open(it.peer(), library);
    };
  }

  synchronized void stopAll() {
    List.copyOf(running.keySet()).forEach(it -> stop(it, true));
  }

  private void start(Declared declared) {
    Source source = open(declared);
    try {
      board.put(source);
      camel.addRoutes(new CollectSource(source.id()));
      DeadLetterBox box = source.deadLetters();
      if (box != null) {
        camel.addRoutes(
            new CollectDeadLetters(new DeadLetterRounds(source.id(), box, journal, clock)));
      }
      running.put(source.id(), declared);
      LOG.info("source {} started ({}, {})", source.id(), source.connector(), source.dialect());
    } catch (Exception e) {
      hangUp(source);
      throw new IllegalStateException("source " + source.id() + " cannot be started", e);
    }
  }

  private void stop(SourceId id, boolean stays) {
    Declared declared = running.remove(id);
    try {
      stopRoute(CollectDeadLetters.routeId(id));
      stopRoute(CollectSource.routeId(id));
      camel.removeEndpoints("hub-source:*" + id);
      board.find(id).ifPresent(SourceKeeper::hangUp);
      LOG.info("source {} stopped", id);
    } catch (Exception e) {
      throw new IllegalStateException("source " + id + " cannot be stopped: " + declared, e);
    }
    if (!stays) {
      board.remove(id);
    }
  }

  private void stopRoute(String route) throws Exception {
    if (camel.getRoute(route) != null) {
      camel.getRouteController().stopRoute(route);
      camel.removeRoute(route);
    }
  }

  private static void hangUp(Source source) {
    source.reader().close();
    DeadLetterBox box = source.deadLetters();
    if (box != null) {
      box.close();
    }
  }
}
