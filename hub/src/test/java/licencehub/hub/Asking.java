package licencehub.hub;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import licencehub.hub.access.Caller;
import licencehub.hub.access.Role;
import licencehub.hub.access.Tokens;
import licencehub.hub.config.ConfigFolder;

/** Asks a running hub as somebody, with a token of its own making. */
record Asking(HubServer hub, ConfigFolder config, Caller caller, InstantSource clock) {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  Asking(HubServer hub, ConfigFolder config, Caller caller) {
    this(hub, config, caller, InstantSource.system());
  }

  static Asking as(Role role, HubServer hub, ConfigFolder config) {
    return new Asking(hub, config, new Caller("test", role, null));
  }

  /** The same by another clock. */
  Asking at(InstantSource other) {
    return new Asking(hub, config, caller, other);
  }

  String get(String path) throws IOException, InterruptedException {
    return ask("GET", path, "");
  }

  String ask(String method, String path, String json) throws IOException, InterruptedException {
    return ask(method, path, "application/json", json);
  }

  /** The body of the answer, whatever its status. */
  String ask(String method, String path, String type, String body)
      throws IOException, InterruptedException {
    String token = token();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + hub.port() + path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", type)
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build();
    return HTTP.send(request, BodyHandlers.ofString()).body();
  }

  /** One for the caller, good from now on. */
  String token() {
    Path key = new HubKeys(config.hub().data().resolve("keys")).tokens();
    return Tokens.open(key, Duration.ofMinutes(5)).issue(caller, clock.instant());
  }

  /** What a call with that token ends with. */
  static int status(HubServer hub, String path, String token)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + hub.port() + path))
            .header("Authorization", "Bearer " + token)
            .build();
    return HTTP.send(request, BodyHandlers.discarding()).statusCode();
  }
}
