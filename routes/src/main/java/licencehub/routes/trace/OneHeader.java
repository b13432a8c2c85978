package licencehub.routes.trace;

import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads headers that were gathered in a map. */
final class OneHeader implements TextMapGetter<Map<String, String>> {
  @Override
  public @Nullable String get(@Nullable Map<String, String> headers, String name) {
    return headers == null ? null : headers.get(name);
  }
}
