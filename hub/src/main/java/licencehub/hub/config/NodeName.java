package licencehub.hub.config;

import java.net.InetAddress;
import java.net.UnknownHostException;
import licencehub.library.LibrarySettings;

/** What a hub is called among those that share a library, where its settings do not say. */
final class NodeName {
  private static final int LONGEST = 40;

  private NodeName() {}

  /** The machine's own name, without its domain; in a container that is the container's. */
  static String ofTheMachine() {
    try {
      return shortened(InetAddress.getLocalHost().getHostName());
    } catch (UnknownHostException e) {
      return LibrarySettings.NODE;
    }
  }

  static String shortened(String host) {
    String own = host.replaceFirst("[.].*", "").replaceAll("[^A-Za-z0-9-]", "");
    String bounded = own.substring(0, Math.min(LONGEST, own.length()));
    return bounded.matches("[A-Za-z0-9].*") ? bounded : LibrarySettings.NODE;
  }
}
