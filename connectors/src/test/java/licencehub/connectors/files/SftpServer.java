package licencehub.connectors.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.List;
import licencehub.model.lines.FaultyLine;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** A real SFTP server over a folder, behind a line. User department, password secret-8231. */
final class SftpServer implements AutoCloseable {
  static final String PASSWORD = "secret-8231";
  private static final KeyPair HOST = ec();

  private final SshServer server = SshServer.setUpDefaultServer();
  private final FaultyLine line = new FaultyLine();
  private final KeyPair user = ec();

  SftpServer(Path root) throws IOException {
    server.setHost("127.0.0.1");
    server.setKeyPairProvider(KeyPairProvider.wrap(HOST));
    server.setPasswordAuthenticator(
        (name, password, session) -> name.equals("department") && password.equals(PASSWORD));
    server.setPublickeyAuthenticator(
        (name, key, session) -> KeyUtils.compareKeys(key, user.getPublic()));
    server.setSubsystemFactories(List.of(new SftpSubsystemFactory.Builder().build()));
    server.setFileSystemFactory(new VirtualFileSystemFactory(root));
    server.start();
    line.leadTo(server.getPort());
  }

  FaultyLine line() {
    return line;
  }

  KeyPair user() {
    return user;
  }

  static String fingerprint() {
    return KeyUtils.getFingerPrint(HOST.getPublic());
  }

  /** A line of known_hosts for this server. */
  String knownHost() {
    return "[127.0.0.1]:%d %s%n".formatted(line.port(), PublicKeyEntry.toString(HOST.getPublic()));
  }

  static KeyPair ec() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(256);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static void password(Path home) throws IOException {
    Files.writeString(
        Files.createDirectories(home.resolve("secrets")).resolve("sftp.txt"), PASSWORD + "\n");
  }

  @Override
  public void close() throws IOException {
    line.close();
    server.stop(true);
  }
}
