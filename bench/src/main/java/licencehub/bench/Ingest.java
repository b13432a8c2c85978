package licencehub.bench;

import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import licencehub.demo.Play;
import licencehub.demo.stage.Secrets;
import licencehub.demo.world.Body;
import licencehub.hub.access.Caller;
import licencehub.hub.access.Role;
import licencehub.hub.access.Tokens;
import org.apache.qpid.jms.JmsConnectionFactory;

/** Sends signed records and waits until the hub has them on disk. */
final class Ingest {
  static final int LINES = 500;
  private static final int CONNECTIONS = 4;
  private final Play play;
  private final HttpClient client = HttpClient.newHttpClient();

  Ingest(Play play) {
    this.play = play;
  }

  /** Records a second, acknowledged, over four connections. */
  double http(Body body, List<byte[]> lines) throws Exception {
    return posted(body, Material.bodies(lines, LINES), CONNECTIONS, lines.size());
  }

  /** Records a second when each is a call of its own, over eight connections. */
  double single(Body body, List<byte[]> lines) throws Exception {
    return posted(body, Material.bodies(lines, 1), 2 * CONNECTIONS, lines.size());
  }

  private double posted(Body body, List<byte[]> bodies, int connections, int records)
      throws Exception {
    String token =
        Tokens.open(play.stage().data().resolve("keys/tokens.key"), Duration.ofHours(1))
            .issue(
                new Caller("bench", Role.DEPARTMENT, body.organisation().code()),
                java.time.Instant.now());
    double seconds =
        Clock.seconds(connections, bodies.size(), i -> post(body, token, bodies.get(i)));
    return records / seconds;
  }

  /** Records a second from the first message sent to the last outcome. */
  double amqp(Body body, List<byte[]> messages) throws Exception {
    String password = new Secrets(play.stage().data().resolve("keys/broker")).password(body);
    JmsConnectionFactory factory =
        new JmsConnectionFactory(
            body.source().text(), password, "amqp://127.0.0.1:" + play.stage().ports().amqp());
    long before = outcomes(body);
    long began = System.nanoTime();
    try (Connection connection = factory.createConnection();
        Session session = connection.createSession(true, Session.SESSION_TRANSACTED);
        MessageProducer producer =
            session.createProducer(session.createQueue("in." + body.source()))) {
      for (int i = 0; i < messages.size(); i++) {
        BytesMessage message = session.createBytesMessage();
        message.writeBytes(messages.get(i));
        producer.send(message);
        if (i % LINES == LINES - 1) {
          session.commit();
        }
      }
      session.commit();
    }
    awaitOutcomes(body, before + messages.size());
    return messages.size() / ((System.nanoTime() - began) / 1e9);
  }

  private void awaitOutcomes(Body body, long count) throws InterruptedException {
    while (outcomes(body) < count) {
      Thread.sleep(20);
    }
  }

  private long outcomes(Body body) {
    return play.client().outcomes().getOrDefault(body.source(), Map.of()).values().stream()
        .mapToLong(Long::longValue)
        .sum();
  }

  private void post(Body body, String token, byte[] lines) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(play.stage().hubUrl() + "/api/v1/submissions"))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/x-ndjson")
            .header("Licencehub-Source", body.source().text())
            .POST(BodyPublishers.ofByteArray(lines))
            .build();
    try {
      HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
      while (response.statusCode() == 429) {
        Thread.sleep(20);
        response = client.send(request, BodyHandlers.ofString());
      }
      if (response.statusCode() != 200 || response.body().contains("\"quarantined\"")) {
        throw new IllegalStateException(response.statusCode() + " " + response.body());
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while measuring", e);
    }
  }
}
