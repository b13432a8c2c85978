package licencehub.hub.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import licencehub.hub.config.HubSettings.Broker;
import licencehub.hub.config.HubSettings.BrokerTls;
import licencehub.hub.config.HubSettings.Health;
import licencehub.hub.config.HubSettings.Http;
import licencehub.hub.config.HubSettings.IdentityService;
import licencehub.hub.config.HubSettings.Keys;
import licencehub.hub.config.HubSettings.Library;
import licencehub.hub.config.HubSettings.Limits;
import licencehub.hub.config.HubSettings.Quarantine;
import licencehub.hub.config.HubSettings.Tls;
import licencehub.hub.config.HubSettings.Tokens;
import licencehub.hub.config.HubSettings.Uses;
import licencehub.library.Retries;
import licencehub.model.Text;
import licencehub.model.code.RegionCode;
import licencehub.verification.FileLimits;
import org.jspecify.annotations.Nullable;

/** Makes typed settings of a {@code hub.yaml} in which no fault was found. */
final class HubReading {
  private static final String LOOPBACK = "127.0.0.1";
  private static final Duration LIFETIME = Duration.ofHours(1);
  private static final Duration USE_LIFE = Duration.ofDays(1);
  private static final Quarantine RETRIES =
      new Quarantine(Retries.USUAL.first(), Retries.USUAL.most());
  private static final Health HEALTH = new Health(1L << 30, Duration.ofDays(1));
  private static final Duration FILE_ORPHANS = Duration.ofDays(30);
  private static final int REQUEST_BYTES = 16 << 20;
  private static final int DOCUMENT_BYTES = 2 << 20;
  private static final int WRONG_COMPARISONS = 10;

  private final PointedFiles files;

  HubReading(PointedFiles files) {
    this.files = files;
  }

  HubSettings read(Tree tree) {
    Tree hub = tree.get("hub");
    Tree name = hub.get("name");
    Tree library = tree.get("library");
    return new HubSettings(
        hub.get("id").text(),
        hub.get("node").text(NodeName.ofTheMachine()),
        Text.of(name.get("zh").text(), name.get("en").text()),
        Objects.requireNonNull(hub.get("region").value(RegionCode::new), "region"),
        http(tree.get("http")),
        files.path(tree.get("data").get("folder")),
        keys(tree.get("keys").get("command").items()),
        new Library(library.get("engine").text(), DatabaseSection.read(library, files)),
        SearchSection.read(tree.get("search"), hub.get("id").text(), files),
        broker(tree.get("broker")),
        OutsideBroker.url(tree.get("broker").get("outside")),
        FeedSection.read(tree.get("feed"), hub.get("id").text(), files),
        TrustReading.read(tree.get("trust"), files),
        tokens(tree.get("tokens")),
        uses(tree.get("uses")),
        ShareReading.clients(tree.get("share")),
        FollowUpReading.read(tree.get("followUps")),
        limits(tree.get("limits")),
        quarantine(tree.get("quarantine")),
        RetentionSection.read(tree.get("retention")),
        BackupSection.read(tree.get("backup"), files),
        WitnessReading.read(tree.get("ledger").get("witnesses")),
        tree.get("metrics").get("enabled").flag(true),
        TracingSection.read(tree.get("tracing"), files),
        FederationSection.read(tree.get("federation")),
        health(tree.get("health")));
  }

  /** A programme with a path is found from the configuration's folder. */
  private Keys keys(List<Tree> command) {
    List<String> words = new ArrayList<>(command.stream().map(Tree::text).toList());
    command.stream().findFirst().ifPresent(it -> words.set(0, files.programme(it)));
    return new Keys(words);
  }

  private Http http(Tree http) {
    Tree tls = http.get("tls");
    Tree clientCa = tls.get("clientCaFile");
    return new Http(
        http.get("host").text(LOOPBACK),
        http.get("port").number(0),
        tls.isPresent()
            ? new Tls(
                files.path(tls.get("certificateFile")),
                files.path(tls.get("keyFile")),
                clientCa.isPresent() ? files.path(clientCa) : null)
            : null);
  }

  private @Nullable Broker broker(Tree broker) {
    if (!broker.get("enabled").flag(false) || broker.get("outside").isPresent()) {
      return null;
    }
    Tree tls = broker.get("tls");
    return new Broker(
        broker.get("host").text(LOOPBACK),
        broker.get("amqpPort").numberOrNull(),
        broker.get("corePort").numberOrNull(),
        tls.isPresent()
            ? new BrokerTls(
                files.path(tls.get("keyStoreFile")), files.path(tls.get("keyStorePasswordFile")))
            : null);
  }

  private static Tokens tokens(Tree tokens) {
    Tree issuer = tokens.get("issuer");
    Tree keys = tokens.get("jwksUrl");
    return new Tokens(
        tokens.get("lifetime").duration(LIFETIME),
        issuer.isPresent() && keys.isPresent()
            ? new IdentityService(issuer.text(), address(keys))
            : null);
  }

  static Uses uses(Tree uses) {
    return new Uses(uses.get("life").duration(USE_LIFE));
  }

  private static URI address(Tree address) {
    try {
      return new URI(address.text());
    } catch (URISyntaxException e) {
      address.wrong(
          Text.of("不是合法的网址", "is not an address"),
          Text.of("例如 https://login.example/keys", "for example https://login.example/keys"));
      return URI.create("https://login.example/keys");
    }
  }

  private static Limits limits(Tree limits) {
    return new Limits(
        limits.get("requestBytes").number(REQUEST_BYTES),
        limits.get("documentBytes").number(DOCUMENT_BYTES),
        limits.get("fileBytes").longNumber(FileLimits.USUAL.bytes()),
        limits.get("fileOrphans").duration(FILE_ORPHANS),
        limits.get("verificationThreads").number(Runtime.getRuntime().availableProcessors()),
        limits.get("wrongComparisons").number(WRONG_COMPARISONS));
  }

  static Quarantine quarantine(Tree quarantine) {
    return new Quarantine(
        quarantine.get("retryFirst").duration(RETRIES.retryFirst()),
        quarantine.get("retryMost").duration(RETRIES.retryMost()));
  }

  private static Health health(Tree health) {
    return new Health(
        health.get("diskFreeBytes").longNumber(HEALTH.diskFreeBytes()),
        health.get("sourceSilent").duration(HEALTH.sourceSilent()));
  }
}
