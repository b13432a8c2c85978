package licencehub.demo.stage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import licencehub.demo.world.Body;
import licencehub.model.Unavailable;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Writes the configuration a demo's hub runs on, the way an operator would. */
public final class ConfigWriter {
  private final Stage stage;
  private final Secrets secrets;
  private final String fingerprint;
  private final YAMLMapper yaml = new YAMLMapper();

  /**
   * @param fingerprint of the SFTP server's key, as OpenSSH writes it
   */
  public ConfigWriter(Stage stage, Secrets secrets, String fingerprint) {
    this.stage = stage;
    this.secrets = secrets;
    this.fingerprint = fingerprint;
  }

  /**
   * Writes {@code hub.yaml} and a file for every department, and copies the directory of sharing.
   */
  public void write() {
    ShippedDirectory.copyTo(stage.config());
    write("hub.yaml", hub());
    stage.bodies().forEach(it -> write("departments/" + it.source() + ".yaml", department(it)));
    write("grants/counter.yaml", Counter.of(stage).grants());
  }

  /** What a counter of another hub's region may use here. */
  public void grant(Counter counter) {
    write("grants/counter-" + counter.organisation().code() + ".yaml", counter.grants());
  }

  private Map<String, Object> hub() {
    Home home = stage.home();
    Map<String, Object> hub = new LinkedHashMap<>();
    hub.put(
        "hub",
        Map.of(
            "id", home.id(),
            "name", Map.of("zh", home.name().zh(), "en", home.name().en()),
            "region", home.region().text()));
    hub.put("http", Map.of("host", "127.0.0.1", "port", stage.ports().http()));
    hub.put("data", Map.of("folder", stage.data().toString()));
    hub.put("library", Map.of("engine", "sqlite"));
    hub.put("broker", broker());
    hub.put("trust", trust());
    Home.Among among = home.among();
    if (among != null) {
      hub.put("federation", among.settings());
    }
    return hub;
  }

  private Map<String, Object> broker() {
    return Map.of(
        "enabled",
        stage.bodies().stream().anyMatch(it -> it.way() == Body.Way.AMQP),
        "host",
        "127.0.0.1",
        "amqpPort",
        stage.ports().amqp(),
        "corePort",
        stage.ports().core());
  }

  private static Map<String, Object> trust() {
    return Map.of(
        "anchors", List.of("trust/anchors/demo-root.pem"),
        "revocation", List.of(Map.of("file", "trust/revocation/demo.crl", "refresh", "PT1H")),
        "policies", List.of(policy()));
  }

  private static Map<String, Object> policy() {
    Map<String, Object> revocation =
        Map.of("required", true, "staleAfter", "P400D", "whenStale", "undecided");
    return Map.of(
        "name",
        "standard",
        "algorithms",
        List.of("SM2-SM3", "ES256", "EdDSA", "PS256"),
        "revocation",
        revocation,
        "clockSkew",
        "PT5M");
  }

  private Map<String, Object> department(Body body) {
    return Map.of(
        "department",
            Map.of("code", body.organisation().code().text(), "name", body.organisation().name()),
        "region", body.region().text(),
        "contact", Map.of("name", "演示联系人", "phone", "000-00000000"),
        "sources", List.of(source(body)));
  }

  private Map<String, Object> source(Body body) {
    Map<String, Object> source = new LinkedHashMap<>();
    source.put("id", body.source().text());
    source.putAll(way(body));
    boolean tables = body.way().name().endsWith("_TABLES");
    source.put("trust", tables ? "channel" : "signed");
    source.put("signers", List.of("trust/signers/" + body.source() + ".pem"));
    source.put("policy", "standard");
    source.put(
        "mayState",
        Map.of(
            "events",
                tables && body.way() != Body.Way.NATIONAL_TABLES
                    ? List.of("case.*")
                    : List.of("case.*", "licence.*"),
            "speakers", List.of(body.organisation().code().text()),
            "licenceTypes", List.of(body.matter().type().text()),
            "regions", List.of(body.region().text())));
    source.put("limits", Map.of("batch", 500));
    source.put("poll", Map.of("every", "PT0.2S", "backOffMost", "PT5S"));
    return source;
  }

  private Map<String, Object> way(Body body) {
    return switch (body.way()) {
      case HTTP_PUSH -> connector("http-push", "native", Map.of());
      case AMQP ->
          connector("jms", "native", Map.of("url", "vm://0", "queue", "in." + body.source()));
      case SFTP ->
          connector(
              "sftp",
              "native",
              Map.of(
                  "host",
                  "127.0.0.1",
                  "port",
                  stage.ports().sftp(),
                  "user",
                  body.source().text(),
                  "passwordFile",
                  secrets.file(body).toString(),
                  "fingerprint",
                  fingerprint,
                  "folder",
                  "/",
                  "pattern",
                  "*.ndjson"));
      case SHANDONG_TABLES -> connector("jdbc", "shandong", tables(body));
      case GUANGDONG_TABLES -> connector("jdbc", "guangdong", tables(body));
      case NATIONAL_TABLES -> connector("jdbc", "national", tables(body));
    };
  }

  private Map<String, Object> tables(Body body) {
    return Map.of(
        "url",
        stage.tablesUrl(body),
        "user",
        "exchange",
        "passwordFile",
        secrets.file(body).toString(),
        "rowLimit",
        500);
  }

  private static Map<String, Object> connector(
      String connector, String dialect, Map<String, Object> settings) {
    Map<String, Object> way = new LinkedHashMap<>();
    way.put("connector", connector);
    way.put("dialect", dialect);
    way.put("settings", settings);
    return way;
  }

  private void write(String name, Map<String, Object> content) {
    Path file = stage.config().resolve(name);
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, yaml.writeValueAsString(content));
    } catch (IOException e) {
      throw new Unavailable(file.toString(), e.toString(), e);
    }
  }
}
