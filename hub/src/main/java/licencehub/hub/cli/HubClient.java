package licencehub.hub.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import licencehub.model.Text;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks a hub over HTTP; turns refusals into sentences and exit codes. */
final class HubClient {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofMinutes(2);
  private static final int TOO_MANY = 429;
  private static final int MOST_TRIES = 120;
  private static final JsonMapper JSON = JsonMapper.shared();
  static final Text START =
      Text.of("先启动枢纽，或用 --server 指明地址", "start the hub, or name it with --server");

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT).build();
  private final URI server;
  private final String token;

  /**
   * @param token empty to come without one
   */
  HubClient(URI server, String token) {
    this.server = server;
    this.token = token;
  }

  JsonNode get(String path) {
    return answered(request(path).GET());
  }

  /** What the hub says even when it says it with an error status, as health checks do. */
  JsonNode look(String path) {
    return json(exchange(request(path).GET()));
  }

  /** A text as it is; empty where there is none. */
  Optional<String> text(String path) {
    HttpResponse<byte[]> response = exchange(request(path).GET());
    return response.statusCode() == 200
        ? Optional.of(new String(response.body(), StandardCharsets.UTF_8))
        : Optional.empty();
  }

  JsonNode delete(String path) {
    return answered(request(path).DELETE());
  }

  JsonNode post(String path, JsonNode body) {
    String text = body.toString();
    return answered(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(text)));
  }

  /** Sends bytes as they are; waits and sends again while the hub asks for patience. */
  JsonNode post(String path, byte[] body, Map<String, String> headers) {
    HttpRequest.Builder request = request(path).POST(BodyPublishers.ofByteArray(body));
    headers.forEach(request::header);
    return answered(request);
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.toString().replaceAll("/+$", "") + path))
            .timeout(ANSWER);
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
  }

  private JsonNode answered(HttpRequest.Builder request) {
    HttpResponse<byte[]> response = exchange(request);
    for (int i = 1; response.statusCode() == TOO_MANY && i < MOST_TRIES; i++) {
      pause(response);
      response = exchange(request);
    }
    JsonNode body = json(response);
    if (response.statusCode() >= 300) {
      throw Refusals.of(response.statusCode(), body);
    }
    return body;
  }

  private HttpResponse<byte[]> exchange(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new CommandFailed(
          Exit.UNREACHABLE,
          Text.of("连接不上枢纽 " + server, "the hub at " + server + " does not answer"),
          START);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandFailed(
          Exit.FAILED, Text.of("已中断", "interrupted"), Text.of("可重试", "try again"));
    }
  }

  private JsonNode json(HttpResponse<byte[]> response) {
    try {
      return JSON.readTree(response.body());
    } catch (JacksonException e) {
      throw new CommandFailed(
          Exit.UNREACHABLE,
          Text.of(
              server + " 的回答不是枢纽的（HTTP " + response.statusCode() + "）",
              server + " does not answer like a hub (HTTP " + response.statusCode() + ")"),
          START);
    }
  }

  private static void pause(HttpResponse<byte[]> response) {
    long seconds = response.headers().firstValueAsLong("Retry-After").orElse(1);
    try {
      Thread.sleep(Duration.ofSeconds(Math.clamp(seconds, 1, 30)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
