package licencehub.demo.stage;

import java.util.Map;
import licencehub.federation.Level;
import licencehub.model.Text;
import licencehub.model.code.RegionCode;
import org.jspecify.annotations.Nullable;

/**
 * Who the hub of a stage is.
 *
 * @param region whose licences live there
 * @param among its place among other hubs; null for a hub alone
 */
public record Home(String id, Text name, RegionCode region, @Nullable Among among) {
  /** The hub of a fictitious province, alone. */
  public static final Home PROVINCE =
      new Home(
          "demo-990000",
          Text.of("演示省证照枢纽", "Licence hub of a fictitious province"),
          new RegionCode("990000"),
          null);

  /**
   * Where it stands among others.
   *
   * @param port its peers come to
   */
  public record Among(Level level, int port) {
    /** The section {@code federation} of its settings. */
    Map<String, Object> settings() {
      return Map.of(
          "host",
          "127.0.0.1",
          "port",
          port,
          "level",
          level.wire(),
          "address",
          "https://127.0.0.1:" + port,
          "patience",
          "PT1S",
          "retryAfter",
          "PT2S");
    }
  }
}
