package licencehub.demo.stage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import licencehub.demo.world.Body;
import licencehub.model.Unavailable;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** The departments' SFTP server; each account sees its own folder only. */
public final class DropServer implements AutoCloseable {
  private final SshServer server;
  private final String fingerprint;

  private DropServer(SshServer server, String fingerprint) {
    this.server = server;
    this.fingerprint = fingerprint;
  }

  public static DropServer start(Stage stage, Secrets secrets) {
    try {
      Map<String, Body> accounts =
          stage.bodies().stream()
              .filter(it -> it.way() == Body.Way.SFTP)
              .collect(Collectors.toMap(it -> it.source().text(), it -> it));
      VirtualFileSystemFactory folders = new VirtualFileSystemFactory();
      for (Body body : accounts.values()) {
        Path folder = Files.createDirectories(stage.drop(body));
        folders.setUserHomeDir(body.source().text(), folder);
      }
      SimpleGeneratorHostKeyProvider hostKey =
          new SimpleGeneratorHostKeyProvider(stage.outside().resolve("sftp-host-key"));
      hostKey.setAlgorithm("EC");
      SshServer server = SshServer.setUpDefaultServer();
      server.setHost("127.0.0.1");
      server.setPort(stage.ports().sftp());
      server.setKeyPairProvider(hostKey);
      server.setPasswordAuthenticator(
          (user, password, session) ->
              accounts.containsKey(user) && secrets.password(accounts.get(user)).equals(password));
      server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
      server.setFileSystemFactory(folders);
      server.start();
      return new DropServer(
          server, KeyUtils.getFingerPrint(hostKey.loadKeys(null).iterator().next().getPublic()));
    } catch (IOException e) {
      throw new Unavailable("SFTP server", e.toString(), e);
    }
  }

  /** SHA-256 fingerprint of the server's key, as OpenSSH writes it. */
  public String fingerprint() {
    return fingerprint;
  }

  @Override
  public void close() {
    try {
      server.stop(true);
    } catch (IOException e) {
      throw new Unavailable("SFTP server", e.toString(), e);
    }
  }
}
