package licencehub.connectors.files;

import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import licencehub.connectors.BatchSource;
import licencehub.connectors.Connector;
import licencehub.connectors.ConnectorSpec;
import licencehub.connectors.Discovered;
import licencehub.connectors.Positions;
import licencehub.connectors.Probe;
import licencehub.connectors.RawRecord;
import licencehub.connectors.SourceConfig;
import licencehub.connectors.settings.SettingsForm;
import licencehub.model.Text;
import org.apache.sshd.client.session.ClientSession;

/** Reads files dropped into a folder of an SFTP server. */
public final class SftpConnector implements Connector {
  private static final String SCHEMA = "sftp.schema.json";
  private static final SettingsForm<SftpSettings> FORM =
      SettingsForm.of(SftpSettings.class, SCHEMA);
  private static final SettingsForm<FileReading> READING =
      SettingsForm.of(FileReading.class, SCHEMA);

  @Override
  public ConnectorSpec spec() {
    return new ConnectorSpec("sftp", Text.of("SFTP 投递", "SFTP drop"), FORM.schema());
  }

  @Override
  public void check(SourceConfig config, Probe probe) {
    SftpSettings settings = FORM.read(config.settings());
    try (SftpLogin login = new SftpLogin(settings, config)) {
      AtomicReference<ClientSession> session = new AtomicReference<>();
      probe.step(
          Text.of("解析", "resolve"), () -> InetAddress.getByName(settings.host()).getHostAddress());
      probe.step(
          Text.of("连接并核对主机公钥", "connect and verify the host key"),
          () -> {
            session.set(login.connect());
            return session.get().getServerVersion();
          });
      probe.step(
          Text.of("登录", "log in"),
          () -> {
            login.authenticate(session.get());
            return settings.user();
          });
      probe.step(Text.of("读目录", "list"), () -> visit(config).count(login.enter(session.get())));
    }
  }

  @Override
  public List<Discovered> discover(SourceConfig config) {
    return visit(config).discover(FORM.read(config.settings()).folder());
  }

  @Override
  public List<RawRecord> sample(SourceConfig config, int limit) {
    return visit(config).sample(limit);
  }

  @Override
  public BatchSource open(SourceConfig config, Positions positions) {
    return new FileSource(config, reading(config), login(config), System::nanoTime);
  }

  private static Visit visit(SourceConfig config) {
    return new Visit(config, reading(config), login(config));
  }

  private static SftpLogin login(SourceConfig config) {
    return new SftpLogin(FORM.read(config.settings()), config);
  }

  private static FileReading reading(SourceConfig config) {
    return READING.read(config.settings());
  }
}
