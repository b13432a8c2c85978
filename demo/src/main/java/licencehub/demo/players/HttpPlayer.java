package licencehub.demo.players;

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
import java.util.function.Supplier;
import licencehub.model.Unavailable;
import licencehub.model.code.SourceId;

/**
 * Pushes batches of DSSE envelopes over HTTP, licence files before the licences that refer to them,
 * and each again until it is acknowledged.
 */
public final class HttpPlayer implements Player {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int PAUSE_MILLIS = 200;
  private static final int ATTEMPTS = 600;

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI submissions;
  private final URI files;
  private final SourceId source;
  private final Envelopes envelopes;
  private final LicenceFiles papers;
  private final Supplier<String> token;

  /**
   * @param token a bearer token of the department, asked for at every call as they are short-lived
   */
  public HttpPlayer(
      String hub,
      SourceId source,
      Envelopes envelopes,
      LicenceFiles papers,
      Supplier<String> token) {
    this.submissions = URI.create(hub + "/api/v1/submissions");
    this.files = URI.create(hub + "/api/v1/files");
    this.source = source;
    this.envelopes = envelopes;
    this.papers = papers;
    this.token = token;
  }

  @Override
  public void send(List<Sending> sendings) {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    for (Sending it : papers.attached(sendings, this::file)) {
      lines.writeBytes(envelopes.dsse(it));
      lines.write('\n');
    }
    insist(submissions, "application/x-ndjson", lines.toByteArray());
  }

  private byte[] file(byte[] file) {
    insist(files, "application/ofd", file);
    return file;
  }

  private void insist(URI place, String mediaType, byte[] body) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (taken(place, mediaType, body)) {
        return;
      }
      pause();
    }
    throw new Unavailable("hub", "did not take what " + source + " sent");
  }

  /** One attempt; a hub that is busy, restarting or cut off is tried again. */
  private boolean taken(URI place, String mediaType, byte[] body) {
    HttpRequest request =
        HttpRequest.newBuilder(place)
            .timeout(PATIENCE)
            .header("Content-Type", mediaType)
            .header("Licencehub-Source", source.text())
            .header("Authorization", "Bearer " + token.get())
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    try {
      HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
      int status = response.statusCode();
      boolean taken = status == 200 || status == 201;
      if (!taken && status != 429 && status < 500) {
        throw new IllegalStateException(source + " was refused: " + status + " " + response.body());
      }
      return taken;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unavailable("hub", "stopped while sending", e);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unavailable("hub", "stopped while waiting", e);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
