package licencehub.hub.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import licencehub.hub.config.ConfigFolder;
import licencehub.hub.config.DatabaseSection;
import licencehub.hub.config.HubSettings;
import licencehub.model.MalformedValue;
import licencehub.model.Text;
import licencehub.verification.Trust;
import org.jspecify.annotations.Nullable;

/** What a sound configuration still cannot tell: ports, permissions, certificates' last days. */
final class DoctorConfig implements Doctor {
  private static final Duration SOON = Duration.ofDays(30);
  private static final Set<PosixFilePermission> OTHERS =
      EnumSet.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);

  private final ConfigFolder config;
  private final InstantSource clock;

  DoctorConfig(ConfigFolder config, InstantSource clock) {
    this.config = config;
    this.clock = clock;
  }

  @Override
  public List<Finding> look() {
    List<Finding> findings = new ArrayList<>();
    HubSettings hub = config.hub();
    port(Text.of("HTTP 端口", "HTTP port"), hub.http().host(), hub.http().port(), findings);
    HubSettings.Broker broker = hub.broker();
    if (broker != null) {
      port(Text.of("AMQP 端口", "AMQP port"), broker.host(), broker.amqpPort(), findings);
      port(Text.of("JMS 端口", "JMS port"), broker.host(), broker.corePort(), findings);
    }
    keys().forEach(it -> findings.add(permissions(it)));
    certificates().forEach(it -> findings.add(lastDay(it)));
    return findings;
  }

  private static void port(Text what, String host, @Nullable Integer port, List<Finding> findings) {
    if (port != null && port != 0) {
      boolean free = isFree(host, port);
      findings.add(
          new Finding(
              what,
              free ? Grade.GOOD : Grade.WARNING,
              host + ":" + port,
              Text.of(
                  "已被占用：若不是本枢纽在运行，请换端口（0 表示任选）",
                  "it is taken: unless this hub is running, choose another (0 takes any)")));
    }
  }

  private static boolean isFree(String host, int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Files that hold secrets: those named in hub.yaml and the hub's own. */
  private List<Path> keys() {
    List<Path> keys = new ArrayList<>();
    HubSettings.Tls tls = config.hub().http().tls();
    if (tls != null) {
      keys.add(tls.key());
    }
    HubSettings.Broker broker = config.hub().broker();
    HubSettings.BrokerTls brokerTls = broker == null ? null : broker.tls();
    if (brokerTls != null) {
      keys.add(brokerTls.keyStore());
      keys.add(brokerTls.keyStorePassword());
    }
    DatabaseSection database = config.hub().library().database();
    if (database != null && database.passwordFile() != null) {
      keys.add(database.passwordFile());
    }
    Path own = config.hub().data().resolve("keys");
    if (Files.isDirectory(own)) {
      try (Stream<Path> files = Files.list(own)) {
        files.filter(Files::isRegularFile).sorted().forEach(keys::add);
      } catch (IOException e) {
        keys.add(own);
      }
    }
    return keys;
  }

  private static Finding permissions(Path key) {
    Text what = Text.of("密钥文件权限", "permissions of a key");
    try {
      Set<PosixFilePermission> set = Files.getPosixFilePermissions(key);
      boolean open = set.stream().anyMatch(OTHERS::contains);
      return new Finding(
          what,
          open ? Grade.BAD : Grade.GOOD,
          key + " " + PosixFilePermissions.toString(set),
          Text.of("只许属主读：chmod 600 " + key, "for the owner alone: chmod 600 " + key));
    } catch (IOException | UnsupportedOperationException e) {
      return new Finding(
          what, Grade.WARNING, key.toString(), Text.of("查不到权限，请人工确认", "not known; look yourself"));
    }
  }

  private Set<Path> certificates() {
    Set<Path> files = new java.util.TreeSet<>(config.hub().trust().anchors());
    files.addAll(config.hub().trust().signers());
    config.sources().forEach(it -> files.addAll(it.signers()));
    HubSettings.Tls tls = config.hub().http().tls();
    if (tls != null) {
      files.add(tls.certificate());
    }
    return files;
  }

  private Finding lastDay(Path file) {
    Text what = Text.of("证书有效期", "end of a certificate");
    Text remedy = Text.of("请尽快换发证书", "have it renewed soon");
    try {
      Instant end =
          Trust.certificates(Files.readAllBytes(file)).stream()
              .map(X509Certificate::getNotAfter)
              .map(java.util.Date::toInstant)
              .min(Instant::compareTo)
              .orElse(Instant.MIN);
      Instant now = clock.instant();
      Grade later = end.isBefore(now.plus(SOON)) ? Grade.WARNING : Grade.GOOD;
      return new Finding(what, end.isBefore(now) ? Grade.BAD : later, file + " " + end, remedy);
    } catch (IOException | MalformedValue e) {
      return new Finding(what, Grade.BAD, file.toString(), remedy);
    }
  }
}
