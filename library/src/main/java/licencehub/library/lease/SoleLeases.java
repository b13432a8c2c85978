package licencehub.library.lease;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import licencehub.library.Hold;
import licencehub.library.Lease;
import licencehub.library.Leases;
import org.jspecify.annotations.Nullable;

/** Of a library that one hub has for itself: it holds whatever it takes part in, always. */
public final class SoleLeases implements Leases {
  private static final long FOR_GOOD = Long.MAX_VALUE / 2;

  private final String node;
  private final Map<String, Long> joined = new HashMap<>();
  private long epoch;

  public SoleLeases(String node) {
    this.node = node;
  }

  @Override
  public String node() {
    return node;
  }

  @Override
  public synchronized Lease join(String name) {
    if (joined.containsKey(name)) {
      throw new IllegalStateException("this hub takes part in " + name + " already");
    }
    Hold hold = new Hold(name, ++epoch);
    joined.put(name, hold.epoch());
    HeldLease lease = new HeldLease(name, () -> forget(hold));
    lease.grant(hold, node, System.nanoTime() + FOR_GOOD, true);
    return lease;
  }

  @Override
  public List<String> nodes() {
    return List.of(node);
  }

  @Override
  public synchronized Map<String, String> holders() {
    Map<String, String> all = new TreeMap<>();
    joined.keySet().forEach(it -> all.put(it, node));
    return all;
  }

  @Override
  public @Nullable String trouble() {
    return null;
  }

  /** Whether it was not given up. */
  public synchronized boolean stands(Hold hold) {
    return Long.valueOf(hold.epoch()).equals(joined.get(hold.lease()));
  }

  private synchronized void forget(Hold hold) {
    joined.remove(hold.lease(), hold.epoch());
  }
}
