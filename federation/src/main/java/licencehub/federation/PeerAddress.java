package licencehub.federation;

import java.net.URI;
import java.net.URISyntaxException;
import licencehub.model.MalformedValue;
import licencehub.model.Text;

/** Where a hub is reached by its peers: https, a host, and no more than a path. */
public final class PeerAddress {
  /** What stands behind the address of a hub to ask it. */
  public static final String ASK = "/peer/v1/ask";

  private static final int HTTPS = 443;

  private PeerAddress() {}

  /**
   * @throws MalformedValue for what is no such address
   */
  public static URI parse(String text) {
    try {
      URI address = new URI(text);
      if ("https".equals(address.getScheme())
          && address.getHost() != null
          && address.getRawUserInfo() == null
          && address.getRawQuery() == null
          && address.getRawFragment() == null) {
        return address;
      }
    } catch (URISyntaxException e) {
      // Said below, the same way for every cause.
    }
    throw MalformedValue.of(
        Text.of("对等枢纽地址", "address of a peer"),
        text,
        Text.of("应为 https 网址，不含用户、查询和片段", "must be https, without user, query and fragment"),
        "https://hub.example:8443");
  }

  /** Where questions are sent. */
  public static URI ask(URI address) {
    return URI.create(address.toString().replaceFirst("/+$", "") + ASK);
  }

  /** The port, said or not. */
  public static int port(URI address) {
    return address.getPort() < 0 ? HTTPS : address.getPort();
  }
}
