package licencehub.hub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.MDC;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The log as the shipped configuration writes it. */
class LogTest {
  private static final Path SHIPPED = Path.of("src/main/resources/logback.xml");
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

  @Test
  void as_json_each_line_is_one_object_with_trace_and_source() throws JoranException {
    JsonNode line = JsonMapper.shared().readTree(said("json", "licencehub.hub.Test"));
    assertThat(line.propertyNames())
        .containsExactlyInAnyOrder(
            "time", "level", "logger", "thread", "message", "trace", "source");
    assertThat(line.path("message").asString()).isEqualTo("two\nlines");
    assertThat(line.path("level").asString()).isEqualTo("WARN");
    assertThat(line.path("logger").asString()).isEqualTo("licencehub.hub.Test");
    assertThat(line.path("trace").asString()).isEqualTo(TRACE);
    assertThat(line.path("source").asString()).isEqualTo("sz-market-push");
  }

  @Test
  void as_text_a_line_carries_the_trace() throws JoranException {
    assertThat(said("text", "licencehub.hub.Test"))
        .contains(" WARN ", " trace=" + TRACE + " two\nlines");
  }

  /** Its warnings quote the statement that failed, with the values of a department's row. */
  @Test
  void the_pool_of_connections_quotes_no_statement() throws JoranException {
    assertThat(said("text", "com.zaxxer.hikari.pool.ProxyConnection")).isEmpty();
    assertThat(said("text", "com.zaxxer.hikari.pool.HikariPool")).isNotEmpty();
  }

  private static String said(String form, String name) throws JoranException {
    LoggerContext context = new LoggerContext();
    context.putProperty("LICENCEHUB_LOG", form);
    context.setMDCAdapter(MDC.getMDCAdapter());
    PrintStream before = System.err;
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    System.setErr(new PrintStream(written, true, UTF_8));
    try (MDC.MDCCloseable trace = MDC.putCloseable("trace", TRACE);
        MDC.MDCCloseable source = MDC.putCloseable("source", "sz-market-push")) {
      JoranConfigurator configurator = new JoranConfigurator();
      configurator.setContext(context);
      configurator.doConfigure(SHIPPED.toFile());
      Logger logger = context.getLogger(name);
      logger.warn("two\nlines");
    } finally {
      System.setErr(before);
      context.stop();
    }
    return written.toString(UTF_8);
  }
}
