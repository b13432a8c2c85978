package licencehub.hub.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Where the parts of a request come from: an HTTP exchange, or the message of a peer. */
interface Incoming {
  /** What stands in the path in place of a name of its template. */
  String path(String name);

  Optional<String> query(String name);

  Optional<String> header(String name);

  InputStream body() throws IOException;

  /** What rates are limited by, where the caller has no name. */
  String address();
}
