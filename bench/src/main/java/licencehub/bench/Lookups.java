package licencehub.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Asks one question after the other, over as many connections as callers, and keeps the times. The
 * plain blocking client of the JDK costs the least processor time that the hub then lacks.
 */
final class Lookups {
  static final int CALLERS = 8;

  /** Rate over all callers, and the distribution of single times in microseconds. */
  record Result(double perSecond, Histogram micros) {
    long p50() {
      return micros.getValueAtPercentile(50);
    }

    long p99() {
      return micros.getValueAtPercentile(99);
    }

    String shown() {
      return Table.rate(perSecond) + ", p50 " + p50() + " µs, p99 " + p99() + " µs";
    }
  }

  private Lookups() {}

  /** Posts a question for each number to one address of the hub. */
  static Result hub(String url, String token, int callers, int count, IntFunction<String> question)
      throws Exception {
    URI address = URI.create(url);
    return run(callers, count, i -> post(address, token, question.apply(i)));
  }

  /** Gets one address for each number. */
  static Result bare(int callers, int count, IntFunction<String> url) throws Exception {
    return run(callers, count, i -> answer(open(URI.create(url.apply(i)))));
  }

  private static Result run(int callers, int count, IntConsumer ask) throws Exception {
    Histogram micros = new ConcurrentHistogram(TimeUnit.MINUTES.toMicros(1), 3);
    double seconds =
        Clock.seconds(
            callers,
            count,
            i -> {
              long began = System.nanoTime();
              ask.accept(i);
              micros.recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - began));
            });
    return new Result(count / seconds, micros);
  }

  /** What the hub answers to one question. */
  static String one(String url, String token, String question) {
    return new String(post(URI.create(url), token, question), UTF_8);
  }

  private static byte[] post(URI address, String token, String question) {
    byte[] body = question.getBytes(UTF_8);
    HttpURLConnection connection = open(address);
    connection.setDoOutput(true);
    connection.setRequestProperty("Authorization", "Bearer " + token);
    connection.setRequestProperty("Content-Type", "application/json");
    connection.setFixedLengthStreamingMode(body.length);
    try (OutputStream out = connection.getOutputStream()) {
      out.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return answer(connection);
  }

  private static HttpURLConnection open(URI address) {
    try {
      return (HttpURLConnection) address.toURL().openConnection();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] answer(HttpURLConnection connection) {
    try {
      int status = connection.getResponseCode();
      try (InputStream in =
          status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
        byte[] body = in.readAllBytes();
        if (status != 200 || body.length == 0) {
          throw new IllegalStateException(status + " " + new String(body, UTF_8));
        }
        return body;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
