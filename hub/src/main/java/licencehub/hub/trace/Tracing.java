package licencehub.hub.trace;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporterBuilder;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanLimits;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import licencehub.hub.config.TracingSection;
import licencehub.hub.http.HealthItem;
import licencehub.model.Text;
import licencehub.model.Unavailable;
import licencehub.routes.trace.Traces;
import org.jspecify.annotations.Nullable;

/**
 * The spans of one hub and where they go. They wait in a bounded queue, and what does not fit is
 * dropped: a collector that is away slows nothing.
 */
public final class Tracing implements AutoCloseable {
  private static final Duration EVERY = Duration.ofSeconds(1);
  private static final Duration TIMEOUT = Duration.ofSeconds(5);
  private static final int QUEUE = 4_096;
  private static final int LONGEST_VALUE = 200;

  /** Its exporter reports by another logger each failure that {@code /health} tells. */
  private static final Logger EXPORTER = Logger.getLogger("io.opentelemetry");

  private final @Nullable OpenTelemetrySdk sdk;
  private final @Nullable Collector collector;
  private final String address;
  private final Traces traces;

  private Tracing(@Nullable OpenTelemetrySdk sdk, @Nullable Collector collector, String address) {
    this.sdk = sdk;
    this.collector = collector;
    this.address = address;
    this.traces = sdk == null ? Traces.OFF : new Traces(sdk);
  }

  /**
   * @param section null where nothing is traced
   * @param hub its id
   */
  public static Tracing open(@Nullable TracingSection section, String hub) {
    if (section == null) {
      return new Tracing(null, null, "");
    }
    EXPORTER.setLevel(Level.OFF);
    Collector collector = new Collector(exporter(section));
    SdkTracerProvider provider =
        SdkTracerProvider.builder()
            .setResource(
                Resource.getDefault().toBuilder()
                    .put(AttributeKey.stringKey("service.name"), "licencehub")
                    .put(AttributeKey.stringKey("service.instance.id"), hub)
                    .build())
            .setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(section.ratio())))
            .setSpanLimits(SpanLimits.builder().setMaxAttributeValueLength(LONGEST_VALUE).build())
            .addSpanProcessor(
                BatchSpanProcessor.builder(collector)
                    .setMaxQueueSize(QUEUE)
                    .setScheduleDelay(EVERY)
                    .setExporterTimeout(TIMEOUT)
                    .build())
            .build();
    OpenTelemetrySdk sdk = OpenTelemetrySdk.builder().setTracerProvider(provider).build();
    return new Tracing(sdk, collector, section.endpoint().toString());
  }

  public Traces traces() {
    return traces;
  }

  /** Nothing is lost without a collector but traces, so it is never critical. */
  public List<HealthItem> health() {
    if (collector == null) {
      return List.of();
    }
    Text missed =
        Text.of(
            "追踪数据送不到 " + address + "，已丢弃，其余不受影响",
            "traces do not reach " + address + " and are dropped; nothing else is affected");
    return List.of(HealthItem.of("tracing", false, collector.isMissed() ? missed : null));
  }

  @Override
  public void close() {
    if (sdk != null) {
      sdk.getSdkTracerProvider().shutdown().join(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
    }
  }

  private static OtlpHttpSpanExporter exporter(TracingSection section) {
    OtlpHttpSpanExporterBuilder builder =
        OtlpHttpSpanExporter.builder()
            .setEndpoint(section.endpoint().resolve("/v1/traces").toString())
            .setTimeout(TIMEOUT)
            .setConnectTimeout(TIMEOUT)
            .setRetryPolicy(null);
    if (section.authority() != null) {
      builder.setTrustedCertificates(bytes(section.authority()));
    }
    if (section.tokenFile() != null) {
      Path token = section.tokenFile();
      builder.addHeader("Authorization", "Bearer " + new String(bytes(token), UTF_8).strip());
    }
    return builder.build();
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new Unavailable("tracing", file + " 无法读取 cannot be read", e);
    }
  }
}
