package licencehub.library;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What only one of the hubs that share a library does at a time. A library that is one hub's gives
 * it everything.
 */
public interface Leases {
  /** How long a hub that is not heard of keeps what it holds. */
  Duration LIFE = Duration.ofSeconds(3);

  /** What this hub is called among them. */
  String node();

  /**
   * Takes part in something until the lease is closed.
   *
   * @throws IllegalStateException when this hub does already
   */
  Lease join(String name);

  /** The hubs that share the library, by name, as this one last saw them. */
  List<String> nodes();

  /** Who does what, as this hub last saw it: the hub by the name of the lease. */
  Map<String, String> holders();

  /** What keeps this hub from being heard of; null when nothing does. */
  @Nullable String trouble();
}
