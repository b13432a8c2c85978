package licencehub.connectors;

import java.nio.file.Path;
import java.util.ServiceLoader;
import licencehub.model.code.CreditCode;
import licencehub.model.code.RegionCode;
import licencehub.model.code.SourceId;
import licencehub.model.event.Organisation;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Department files for tests. */
public final class Configs {
  public static final SourceId SOURCE = new SourceId("sz-market-front");
  public static final Organisation DEPARTMENT =
      new Organisation(CreditCode.complete("11440300MB2C93456"), "深圳市市场监督管理局");
  public static final RegionCode REGION = new RegionCode("440300");

  private Configs() {}

  /** A source in the native dialect that takes unsigned events too. */
  public static SourceConfig unsigned(String settings, Path home) {
    return of(settings, home, dialect("native", "{\"unsigned\": true}"));
  }

  public static SourceConfig of(String settings, Path home, Dialect dialect) {
    return new SourceConfig(SOURCE, DEPARTMENT, REGION, json(settings), dialect, home);
  }

  /** A dialect as the hub would open it. */
  public static Dialect dialect(String name, String overrides) {
    return ServiceLoader.load(DialectKind.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(it -> it.name().equals(name))
        .findFirst()
        .orElseThrow()
        .open(SOURCE, DEPARTMENT, REGION, json(overrides));
  }

  public static ObjectNode json(String text) {
    return (ObjectNode) JsonMapper.shared().readTree(text);
  }
}
