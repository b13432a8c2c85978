package licencehub.connectors.httppull;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import licencehub.connectors.intake.Causes;
import licencehub.connectors.settings.Secret;
import licencehub.model.Text;
import org.jspecify.annotations.Nullable;

/** Fetches pages: with credentials, within limits, and again when the failure may pass at once. */
final class PageClient implements AutoCloseable {
  private static final int ATTEMPTS = 3;
  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final Set<Integer> PASSING = Set.of(429, 502, 503, 504);
  private static final int OK = 200;
  private static final int NOT_MODIFIED = 304;

  private final PullSettings settings;
  private final Path home;
  private final Retry retry;
  private @Nullable HttpClient client;
  private @Nullable URI taggedUri;
  private @Nullable String tag;

  /** A failure that may be gone in a moment. */
  private static final class Passing extends IOException {
    private static final long serialVersionUID = 1L;

    Passing(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  PageClient(PullSettings settings, Path home) {
    this.settings = settings;
    this.home = home;
    this.retry =
        Retry.of(
            settings.url().getHost(),
            RetryConfig.custom()
                .maxAttempts(ATTEMPTS)
                .intervalFunction(IntervalFunction.ofExponentialRandomBackoff(PAUSE, 2))
                .retryOnException(it -> it instanceof Passing)
                .build());
  }

  /** The page at an address, empty when it is the same as the last time it was asked for. */
  Optional<byte[]> fetch(URI uri) throws IOException {
    try {
      return retry.executeCallable(() -> attempt(uri));
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("被中断 interrupted", e);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    HttpClient open = client;
    if (open != null) {
      open.shutdownNow();
      client = null;
    }
  }

  private Optional<byte[]> attempt(URI uri) throws IOException, InterruptedException {
    HttpResponse<byte[]> response = send(request(uri));
    int status = response.statusCode();
    if (status == NOT_MODIFIED) {
      return Optional.empty();
    }
    if (PASSING.contains(status)) {
      throw new Passing("HTTP " + status, null);
    }
    if (status != OK) {
      throw new IOException("HTTP " + status + "，请核对地址和凭据 check address and credentials");
    }
    taggedUri = uri;
    tag = response.headers().firstValue("ETag").orElse(null);
    return Optional.of(response.body());
  }

  private HttpResponse<byte[]> send(HttpRequest request) throws IOException, InterruptedException {
    CompletableFuture<HttpResponse<byte[]>> answer =
        client().sendAsync(request, LimitedBody.handler(settings.maxPageBytes()));
    try {
      return answer.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new Passing("超时 no whole answer within " + settings.timeout(), e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof LimitedBody.TooLarge large) {
        throw large;
      }
      Text tls = Causes.ofTls(e);
      throw tls == null
          ? new Passing(String.valueOf(e.getCause()), e)
          : new IOException(tls.toString(), e);
    } finally {
      answer.cancel(true);
    }
  }

  private HttpRequest request(URI uri) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .timeout(settings.timeout())
            .header("Accept", "application/json")
            .GET();
    String tokenFile = settings.tokenFile();
    String passwordFile = settings.passwordFile();
    if (tokenFile != null) {
      request.header("Authorization", "Bearer " + Secret.text(home, tokenFile));
    } else if (passwordFile != null) {
      String pair = settings.user() + ":" + Secret.text(home, passwordFile);
      request.header(
          "Authorization", "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8)));
    }
    String known = tag;
    if (known != null && uri.equals(taggedUri)) {
      request.header("If-None-Match", known);
    }
    return request.build();
  }

  private HttpClient client() {
    HttpClient open = client;
    if (open == null) {
      HttpClient.Builder builder =
          HttpClient.newBuilder()
              .version(HttpClient.Version.HTTP_1_1)
              .followRedirects(HttpClient.Redirect.NEVER)
              .connectTimeout(settings.timeout());
      String trustFile = settings.trustFile();
      if (trustFile != null) {
        builder.sslContext(Trust.in(home.resolve(trustFile)));
      }
      open = builder.build();
      client = open;
    }
    return open;
  }
}
