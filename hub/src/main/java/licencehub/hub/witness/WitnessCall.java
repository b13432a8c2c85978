package licencehub.hub.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import licencehub.ledger.AddCheckpoint;

/** Asks one witness to cosign, by C2SP tlog-witness. */
record WitnessCall(HttpClient http, WitnessAddress witness) {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int LONGEST = 8 << 10;
  private static final int OK = 200;
  private static final int CONFLICT = 409;
  private static final String SIZE = "text/x.tlog.size";

  /** What the witness answered. */
  sealed interface Said {
    /** Lines that may be cosignatures; believed only when they verify. */
    record Lines(String lines) implements Said {}

    /** It cosigned another size last. */
    record Size(long size) implements Said {}

    /** It does not cosign, or does not answer. */
    record No(String why) implements Said {}
  }

  Said ask(AddCheckpoint asked) throws InterruptedException {
    URI address =
        URI.create(witness.address().toString().replaceAll("/+$", "") + "/add-checkpoint");
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(PATIENCE)
            .POST(BodyPublishers.ofByteArray(asked.bytes()))
            .build();
    try {
      HttpResponse<InputStream> response = http.send(request, BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        return said(response, new String(body.readNBytes(LONGEST), UTF_8));
      }
    } catch (IOException e) {
      return new Said.No(e.getClass().getSimpleName() + " " + e.getMessage());
    }
  }

  private static Said said(HttpResponse<?> response, String body) {
    if (response.statusCode() == OK) {
      return new Said.Lines(body);
    }
    boolean size =
        response.statusCode() == CONFLICT
            && response.headers().firstValue("Content-Type").orElse("").startsWith(SIZE)
            && body.strip().matches("[0-9]{1,18}");
    return size
        ? new Said.Size(Long.parseLong(body.strip()))
        : new Said.No("HTTP " + response.statusCode() + " " + body.strip());
  }
}
