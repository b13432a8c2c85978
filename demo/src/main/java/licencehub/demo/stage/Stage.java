package licencehub.demo.stage;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import licencehub.demo.world.Body;
import licencehub.model.Unavailable;

/**
 * Where a demo plays: its folder, its ports and its departments.
 *
 * @param folder everything the demo writes is below it
 */
public record Stage(Path folder, Ports ports, Home home, List<Body> bodies) {
  /** Ports on loopback. */
  public record Ports(int http, int amqp, int core, int tables, int sftp) {
    /** Ports nobody listens on at the moment. */
    public static Ports free(int http) {
      return new Ports(http == 0 ? one() : http, one(), one(), one(), one());
    }

    /** A port nobody listens on at the moment. */
    public static int one() {
      try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        return socket.getLocalPort();
      } catch (IOException e) {
        throw new Unavailable("loopback", e.toString(), e);
      }
    }
  }

  public Stage {
    bodies = List.copyOf(bodies);
  }

  /** A stage with so many departments, one after the other in each way of reaching the hub. */
  public static Stage of(Path folder, Ports ports, int departments) {
    return new Stage(
        folder.toAbsolutePath(),
        ports,
        Home.PROVINCE,
        IntStream.range(0, departments).mapToObj(Body::number).toList());
  }

  public Path config() {
    return folder.resolve("config");
  }

  public Path data() {
    return folder.resolve("hub");
  }

  /** The departments' own side: private keys, ledgers of what they sent, databases, files. */
  public Path outside() {
    return folder.resolve("departments");
  }

  public Path logs() {
    return folder.resolve("logs");
  }

  /** The folder a department's SFTP server shows. */
  public Path drop(Body body) {
    return outside().resolve("sftp").resolve(body.source().text());
  }

  /** The JDBC address of a department's front-end database. */
  public String tablesUrl(Body body) {
    return "jdbc:h2:tcp://127.0.0.1:" + ports.tables() + "/./" + body.source();
  }

  public String hubUrl() {
    return "http://127.0.0.1:" + ports.http();
  }
}
