package licencehub.hub.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import licencehub.schemas.Contracts;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Asks an edge over real HTTP and checks every answer against the OpenAPI document. */
record EdgeClient(String base, @Nullable String token) {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Conformance CONFORMANCE = new Conformance(Contracts.openApi());

  EdgeClient with(String bearer) {
    return new EdgeClient(base, bearer);
  }

  Reply get(String path, String... headers) {
    return send("GET", path, new byte[0], headers);
  }

  Reply post(String path, String body, String... headers) {
    return send("POST", path, body.getBytes(UTF_8), headers);
  }

  Reply ndjson(String path, List<byte[]> lines, String... headers) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (byte[] line : lines) {
      body.writeBytes(line);
      body.write('\n');
    }
    HttpRequest.Builder request = request(path, headers);
    request.setHeader("Content-Type", "application/x-ndjson");
    return send(request.POST(BodyPublishers.ofByteArray(body.toByteArray())).build());
  }

  Reply send(String method, String path, byte[] body, String... headers) {
    return send(request(path, headers).method(method, BodyPublishers.ofByteArray(body)).build());
  }

  HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(30));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    request.header("Content-Type", "application/json");
    for (int i = 0; i < headers.length; i += 2) {
      request.setHeader(headers[i], headers[i + 1]);
    }
    return request;
  }

  private static Reply send(HttpRequest request) {
    try {
      HttpResponse<byte[]> response = HTTP.send(request, BodyHandlers.ofByteArray());
      CONFORMANCE.check(request, response);
      return new Reply(response);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** One answer. */
  record Reply(HttpResponse<byte[]> response) {
    int status() {
      return response.statusCode();
    }

    String text() {
      return new String(response.body(), UTF_8);
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    /** The body, if the status is this one. */
    JsonNode json(int status) {
      assertThat(status()).as(text()).isEqualTo(status);
      return Json.MAPPER.readTree(response.body());
    }

    /** The code of the problem, which must be well formed. */
    String problem() {
      assertThat(header("Content-Type")).isEqualTo("application/problem+json");
      JsonNode problem = Json.MAPPER.readTree(response.body());
      assertThat(problem.required("status").asInt()).isEqualTo(status());
      return problem.required("code").asString();
    }
  }
}
