package licencehub.hub;

import java.util.List;
import java.util.function.Supplier;
import licencehub.federation.Peer;
import licencehub.hub.config.ConfigFault;
import licencehub.hub.config.ConfigFolder;
import licencehub.sharing.directory.Directory;

/** What a running hub follows of its configuration: licence types, items, grants and peers. */
final class FollowedConfig implements Supplier<Directory> {
  private volatile Directory directory;
  private volatile List<Peer> peers;
  private volatile List<ConfigFault> faults = List.of();

  FollowedConfig(ConfigFolder config) {
    this.directory = config.directory();
    this.peers = config.peers();
  }

  @Override
  public Directory get() {
    return directory;
  }

  /** As they are now: the same list until something about them changes. */
  List<Peer> peers() {
    return peers;
  }

  /** Faults of the files as they are now; empty when they are what is running. */
  List<ConfigFault> faults() {
    return faults;
  }

  /** The files are sound: what they say counts from now on. */
  void follow(ConfigFolder config) {
    directory = config.directory();
    if (!config.peers().equals(peers)) {
      peers = config.peers();
    }
    faults = List.of();
  }

  /** The files are not: what was followed before goes on counting. */
  void refuse(List<ConfigFault> found) {
    faults = List.copyOf(found);
  }
}
