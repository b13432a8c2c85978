package licencehub.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Asks for licences by identifier, many at a time, and keeps the times. */
final class Lookups {
  private final HttpClient client = HttpClient.newHttpClient();
  private final List<String> identifiers;

  /** Rate over all callers, and the distribution of single times in microseconds. */
  record Result(double perSecond, Histogram micros) {
    long p50() {
      return micros.getValueAtPercentile(50);
    }

    long p99() {
      return micros.getValueAtPercentile(99);
    }
  }

  Lookups(List<String> identifiers) {
    this.identifiers = identifiers;
  }

  Result hub(String url, String token, int callers, int count) throws Exception {
    return run(
        callers,
        count,
        i ->
            HttpRequest.newBuilder(URI.create(url + "/api/v1/licences/search"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(question(identifiers.get(i % identifiers.size()))))
                .build());
  }

  Result bare(int port, int callers, int count) throws Exception {
    return run(
        callers,
        count,
        i ->
            HttpRequest.newBuilder(
                    URI.create(
                        "http://127.0.0.1:"
                            + port
                            + "/licences/"
                            + identifiers.get(i % identifiers.size())))
                .build());
  }

  private Result run(int callers, int count, IntFunction<HttpRequest> request) throws Exception {
    Histogram micros = new ConcurrentHistogram(TimeUnit.MINUTES.toMicros(1), 3);
    double seconds =
        Clock.seconds(
            callers,
            count,
            i -> {
              long began = System.nanoTime();
              answer(request.apply(i));
              micros.recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - began));
            });
    return new Result(count / seconds, micros);
  }

  private void answer(HttpRequest request) {
    try {
      HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
      if (response.statusCode() != 200 || response.body().length == 0) {
        throw new IllegalStateException(
            response.statusCode() + " " + new String(response.body(), UTF_8));
      }
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while measuring", e);
    }
  }

  private static String question(String identifier) {
    return "{\"identifier\":\""
        + identifier
        + "\",\"reason\":{\"item\":\"000117001000\",\"caseNumber\":\"bench-1\","
        + "\"purpose\":\"bench\",\"operator\":\"bench\"}}";
  }
}
