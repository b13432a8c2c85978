package licencehub.model.lines;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.random.RandomGenerator;

/**
 * Ports of this machine that nobody listens on, and that the machine gives to no outgoing
 * connection. A client that keeps calling while a server is away would in the end be given the very
 * port it calls, be connected to itself, and keep the server from coming back.
 */
public final class FreePort {
  private static final int FIRST = 10_000;

  /** Below what Linux, macOS and Windows take for outgoing connections unless told otherwise. */
  private static final int END = 32_768;

  private FreePort() {}

  /** One that was free a moment ago, for a server that must be told its port. */
  public static int find() {
    RandomGenerator random = RandomGenerator.getDefault();
    int port = random.nextInt(FIRST, END);
    while (!isFree(port)) {
      port = random.nextInt(FIRST, END);
    }
    return port;
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}
