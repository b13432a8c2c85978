package licencehub.library.postgres;

import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import licencehub.library.Hold;
import licencehub.library.Leases;
import licencehub.library.lease.HeldLease;
import licencehub.library.lease.Spread;
import licencehub.library.postgres.NodeTable.Node;
import licencehub.library.postgres.NodeTable.Row;
import licencehub.library.postgres.NodeTable.Silent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a hub does again and again: says that it is alive, removes those who are silent, takes what
 * is its share and lets go of what is more. For one thread.
 */
final class LeaseRound {
  private static final Logger LOG = LoggerFactory.getLogger(LeaseRound.class);

  /**
   * By its own clock a hub stops this much before others may take over: what it has just looked at
   * is still so when it acts.
   */
  private static final Duration MARGIN = Duration.ofMillis(500);

  private static final long BELIEF = Leases.LIFE.minus(MARGIN).toNanos();

  /** Rounds between "begin nothing new" and letting go, for what is under way to end. */
  private static final int GRACE = 2;

  private final NodeTable table;
  private final String node;
  private final String line;
  private final Map<String, Integer> leaving = new HashMap<>();
  private long own;

  LeaseRound(NodeTable table, String node, String line) {
    this.table = table;
    this.node = node;
    this.line = line;
  }

  /** What was seen. */
  record Seen(List<String> nodes, Map<String, String> holders) {}

  /**
   * @param joined what this hub takes part in
   * @param closed what it has just given up; let go of even where it takes part again
   */
  Seen make(Map<String, HeldLease> joined, Set<String> closed) throws SQLException {
    long begun = System.nanoTime();
    beat(joined.keySet());
    for (String name : closed) {
      table.release(name, own);
      leaving.remove(name);
    }
    for (Silent gone : table.bury()) {
      LOG.warn("hub {} is not heard of any more; what it did goes to others", gone.name());
      table.cutOff(gone);
    }
    List<Node> nodes = table.nodes();
    Map<String, Row> rows = rows(joined.keySet());
    share(nodes, rows);
    Map<Long, String> names =
        nodes.stream().collect(Collectors.toMap(it -> it.member().session(), Node::name));
    tell(joined, rows, names, begun);
    Map<String, String> holders = new TreeMap<>();
    rows.values().stream()
        .filter(it -> names.containsKey(it.holder()))
        .forEach(it -> holders.put(it.name(), names.get(it.holder())));
    return new Seen(nodes.stream().map(Node::name).sorted().toList(), holders);
  }

  /** Others may have everything at once. */
  void end() throws SQLException {
    if (own != 0) {
      table.leave(own);
      own = 0;
    }
  }

  private void beat(Set<String> wants) throws SQLException {
    if (own != 0 && !table.beat(own, wants)) {
      LOG.warn("this hub ({}) was not heard of in time; others do what it did", node);
      own = 0;
    }
    if (own == 0) {
      leaving.clear();
      own = table.enter(node, line, wants);
    }
  }

  private Map<String, Row> rows(Set<String> joined) throws SQLException {
    Map<String, Row> rows = new TreeMap<>();
    table.leases().forEach(it -> rows.put(it.name(), it));
    for (String name : joined) {
      if (!rows.containsKey(name)) {
        table.make(name);
        rows.put(name, new Row(name, 0, 0));
      }
    }
    return rows;
  }

  /** Claims what is free and its own by rights; begins to leave one of what is another's. */
  private void share(List<Node> nodes, Map<String, Row> rows) throws SQLException {
    Map<String, Long> now =
        rows.values().stream().collect(Collectors.toMap(Row::name, Row::holder));
    Map<String, Long> rights = Spread.of(nodes.stream().map(Node::member).toList(), now);
    for (Map.Entry<String, Long> each : rights.entrySet()) {
      Row row = rows.get(each.getKey());
      if (row != null && each.getValue() == own && row.holder() != own) {
        claim(row, rows);
      }
    }
    leave(rights, rows);
  }

  private void claim(Row row, Map<String, Row> rows) {
    try {
      if (table.claim(row, own)) {
        rows.put(row.name(), new Row(row.name(), row.epoch() + 1, own));
        LOG.info("hub {} holds {} from now on (epoch {})", node, row.name(), row.epoch() + 1);
      }
    } catch (SQLException e) {
      if (Lost.is(e)) {
        throw new LineLost(e);
      }
      LOG.info("{} is still held up by who had it: {}", row.name(), e.getMessage());
    }
  }

  private void leave(Map<String, Long> rights, Map<String, Row> rows) throws SQLException {
    leaving.keySet().removeIf(it -> rights.getOrDefault(it, own) == own);
    for (Map.Entry<String, Integer> each : List.copyOf(leaving.entrySet())) {
      if (each.getValue() >= GRACE) {
        table.release(each.getKey(), own);
        rows.computeIfPresent(each.getKey(), (name, it) -> new Row(name, it.epoch(), 0));
        leaving.remove(each.getKey());
        LOG.info("hub {} leaves {} to another", node, each.getKey());
      } else {
        leaving.merge(each.getKey(), 1, Integer::sum);
      }
    }
    if (leaving.isEmpty()) {
      rows.values().stream()
          .filter(it -> it.holder() == own && rights.getOrDefault(it.name(), own) != own)
          .findFirst()
          .ifPresent(it -> leaving.put(it.name(), 1));
    }
  }

  private void tell(
      Map<String, HeldLease> joined, Map<String, Row> rows, Map<Long, String> names, long begun) {
    joined.forEach(
        (name, lease) -> {
          Row row = rows.get(name);
          if (row != null && row.holder() == own) {
            boolean stays = !leaving.containsKey(name);
            lease.grant(new Hold(name, row.epoch()), node, begun + BELIEF, stays);
          } else {
            lease.lose(row == null ? null : names.get(row.holder()));
          }
        });
  }

  /** The line broke in the middle of a round. */
  static final class LineLost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LineLost(SQLException cause) {
      super(cause.getMessage(), cause);
    }
  }
}
