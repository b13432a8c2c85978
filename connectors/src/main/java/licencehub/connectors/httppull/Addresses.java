package licencehub.connectors.httppull;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.util.Objects;

/** Makes the address of a page out of the settings and what the page before it said. */
final class Addresses {
  private final PullSettings settings;

  Addresses(PullSettings settings) {
    this.settings = settings;
  }

  /**
   * @param cursor empty for the first page
   * @throws IOException when a page leads to another server: credentials must not follow
   */
  URI of(String cursor) throws IOException {
    String parameter = settings.cursorParameter();
    if (cursor.isEmpty() || parameter == null) {
      return cursor.isEmpty() ? withPageSize(settings.url()) : sameServer(cursor);
    }
    return with(withPageSize(settings.url()), parameter, cursor);
  }

  private URI sameServer(String address) throws IOException {
    try {
      URI uri = settings.url().resolve(address);
      if (Objects.equals(uri.getScheme(), settings.url().getScheme())
          && Objects.equals(uri.getAuthority(), settings.url().getAuthority())) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      throw new IOException("下一页地址无法识别 the page names an address that is none", e);
    }
    throw new IOException("下一页指向另一台服务器，已拒绝 the next page is on another server, refused");
  }

  private URI withPageSize(URI uri) {
    String parameter = settings.pageSizeParameter();
    return parameter == null ? uri : with(uri, parameter, Integer.toString(settings.pageSize()));
  }

  private static URI with(URI uri, String parameter, String value) {
    String pair = URLEncoder.encode(parameter, UTF_8) + "=" + URLEncoder.encode(value, UTF_8);
    return URI.create(uri + (uri.getRawQuery() == null ? "?" : "&") + pair);
  }
}
