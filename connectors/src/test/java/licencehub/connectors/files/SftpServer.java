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
public final class SftpServer implements AutoCloseable {
  public static final String PASSWORD = "secret-8231";
  private static final KeyPair HOST = ec();

  private final Path root;
  private final FaultyLine line = new FaultyLine();
  private final KeyPair user = ec();
  private SshServer server;

  public SftpServer(Path root) throws IOException {
    this.root = root;
    this.server = started();
  }

  private SshServer started() throws IOException {
    SshServer next = SshServer.setUpDefaultServer();
    next.setHost("127.0.0.1");
    next.setKeyPairProvider(KeyPairProvider.wrap(HOST));
    next.setPasswordAuthenticator(
        (name, password, session) -> name.equals("department") && password.equals(PASSWORD));
    next.setPublickeyAuthenticator(
        (name, key, session) -> KeyUtils.compareKeys(key, user.getPublic()));
    next.setSubsystemFactories(List.of(new SftpSubsystemFactory.Builder().build()));
    next.setFileSystemFactory(new VirtualFileSystemFactory(root));
    next.start();
    line.leadTo(next.getPort());
    return next;
  }

  /** Ends it without a word to anybody who is connected. */
  public void stop() throws IOException {
    line.fail(FaultyLine.Fault.RESET);
    server.stop(true);
    line.fail(FaultyLine.Fault.NONE);
  }

  /** Starts it again at the same address. */
  public void start() throws IOException {
    server = started();
  }

  public FaultyLine line() {
    return line;
  }

  KeyPair user() {
    return user;
  }

  public static String fingerprint() {
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

  public static void password(Path home) throws IOException {
    Files.writeString(
        Files.createDirectories(home.resolve("secrets")).resolve("sftp.txt"), PASSWORD + "\n");
  }

  @Override
  public void close() throws IOException {
    line.close();
    server.stop(true);
  }
}
