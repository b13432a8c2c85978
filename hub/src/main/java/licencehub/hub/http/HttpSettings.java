package licencehub.hub.http;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import licencehub.hub.access.Operation;
import org.jspecify.annotations.Nullable;

/**
 * How the edge listens and what it bears.
 *
 * @param host address to listen on; loopback unless somebody decided otherwise
 * @param port 0 for any free port
 * @param tls null for plain HTTP, behind a proxy or on loopback
 * @param withheld operations that are switched off: there is no such resource then
 */
public record HttpSettings(
    String host, int port, @Nullable Tls tls, Limits limits, Rates rates, Set<Operation> withheld) {
  public HttpSettings {
    withheld = Set.copyOf(withheld);
  }

  /** Plain HTTP on loopback with the default limits. */
  public static HttpSettings loopback(int port) {
    return new HttpSettings("127.0.0.1", port, null, Limits.USUAL, Rates.USUAL, Set.of());
  }

  /**
   * PEM files of the connector.
   *
   * @param chain the server's certificate, then its issuers
   * @param privateKey PKCS #8, not encrypted, readable by the owner alone
   * @param clientTrust certificates of clients, or of their issuers, that may connect by
   *     certificate; empty for none
   */
  public record Tls(Path chain, Path privateKey, List<Path> clientTrust) {
    public Tls {
      clientTrust = List.copyOf(clientTrust);
    }
  }

  /**
   * @param body bytes of one request at the most
   * @param line bytes of one envelope at the most
   * @param count envelopes of one request at the most
   * @param inFlight bytes of all requests being received at the most; one of the largest must fit,
   *     or it would be put off for ever
   * @param idle how long a connection may say nothing
   * @param reading how long one request body may take to arrive
   * @param connections open connections at the most
   */
  public record Limits(
      int body,
      int line,
      int count,
      int inFlight,
      Duration idle,
      Duration reading,
      int connections) {
    public static final Limits USUAL =
        new Limits(
            32 << 20,
            4 << 20,
            10_000,
            128 << 20,
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            2_000);

    public Limits {
      if (inFlight < body) {
        throw new IllegalArgumentException(inFlight + " bytes in flight for a body of " + body);
      }
    }
  }

  /**
   * Requests per second; each bucket holds ten seconds' worth.
   *
   * @param caller for each caller with a token or a certificate
   * @param address for each address without one
   * @param passwordTries query passwords per case, and five times as many per address, in an hour
   * @param files licence files an address without a token may have verified, in an hour
   */
  public record Rates(int caller, int address, int passwordTries, int files) {
    public static final Rates USUAL = new Rates(2_000, 50, 20, 200);
  }
}
