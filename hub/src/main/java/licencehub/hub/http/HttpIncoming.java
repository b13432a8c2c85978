package licencehub.hub.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** A request over HTTP. */
record HttpIncoming(Context context) implements Incoming {
  @Override
  public String path(String name) {
    return context.pathParam(name);
  }

  @Override
  public Optional<String> query(String name) {
    return Optional.ofNullable(context.queryParam(name));
  }

  @Override
  public Optional<String> header(String name) {
    return Optional.ofNullable(context.header(name));
  }

  @Override
  public InputStream body() throws IOException {
    return context.req().getInputStream();
  }

  @Override
  public String address() {
    return context.ip();
  }
}
