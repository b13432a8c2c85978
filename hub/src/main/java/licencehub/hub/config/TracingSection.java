package licencehub.hub.config;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where {@code hub.yaml} sends spans.
 *
 * @param endpoint of an OTLP collector over HTTP, without a path
 * @param ratio of the traces begun here that are kept, 0 to 1
 * @param authority PEM; null for the roots of the platform
 * @param tokenFile holds nothing but a bearer token; null where there is none
 */
public record TracingSection(
    URI endpoint, double ratio, @Nullable Path authority, @Nullable Path tokenFile) {
  private static final double ALL = 1;

  static void check(Tree tracing, PointedFiles files) {
    files.certificate(tracing.get("authorityFile"));
    files.exists(tracing.get("tokenFile"));
  }

  /** Null where nothing is traced. */
  static @Nullable TracingSection read(Tree tracing, PointedFiles files) {
    if (!tracing.isPresent()) {
      return null;
    }
    return new TracingSection(
        URI.create(tracing.get("endpoint").text()),
        tracing.get("ratio").node().asDouble(ALL),
        path(tracing.get("authorityFile"), files),
        path(tracing.get("tokenFile"), files));
  }

  private static @Nullable Path path(Tree file, PointedFiles files) {
    return file.isPresent() ? files.path(file) : null;
  }
}
