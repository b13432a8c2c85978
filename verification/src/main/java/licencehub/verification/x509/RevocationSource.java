package licencehub.verification.x509;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import licencehub.model.MalformedValue;
import licencehub.model.Text;

/**
 * Where a revocation list comes from.
 *
 * @param uri file, http or https
 * @param patience how long a whole download may take
 */
public record RevocationSource(URI uri, Duration patience) {
  private static final int LARGEST = 64 * 1024 * 1024;
  private static final int OK = 200;

  public RevocationSource {
    String scheme = String.valueOf(uri.getScheme());
    if (!scheme.equals("file") && !scheme.equals("http") && !scheme.equals("https")) {
      throw MalformedValue.of(
          Text.of("吊销列表地址", "revocation list address"),
          uri.toString(),
          Text.of("须以file、http或https开头", "must begin with file, http or https"),
          "http://ca.example/ca.crl");
    }
  }

  /**
   * The list's bytes as published.
   *
   * @throws IOException when it does not come whole, in time and below 64 MiB
   */
  byte[] fetch() throws IOException {
    if ("file".equals(uri.getScheme())) {
      try (InputStream in = Files.newInputStream(Path.of(uri))) {
        return bounded(in);
      }
    }
    // A body that trickles in is not bounded by the client's own timeout, which ends at the
    // headers.
    try (ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<byte[]> download = thread.submit(this::download);
      try {
        return download.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        download.cancel(true);
        throw new IOException("no whole answer within " + patience, e);
      } catch (ExecutionException e) {
        throw new IOException(String.valueOf(e.getCause()), e);
      } catch (InterruptedException e) {
        download.cancel(true);
        Thread.currentThread().interrupt();
        throw new IOException("interrupted", e);
      }
    }
  }

  private byte[] download() throws IOException, InterruptedException {
    try (HttpClient client =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(patience)
            .build()) {
      HttpResponse<InputStream> answer =
          client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofInputStream());
      try (InputStream body = answer.body()) {
        if (answer.statusCode() != OK) {
          throw new IOException("it answers HTTP " + answer.statusCode());
        }
        return bounded(body);
      }
    }
  }

  private static byte[] bounded(InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(LARGEST + 1);
    if (bytes.length > LARGEST) {
      throw new IOException("it is larger than 64 MiB");
    }
    return bytes;
  }
}
