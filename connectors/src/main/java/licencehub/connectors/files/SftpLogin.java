package licencehub.connectors.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.EnumSet;
import java.util.Set;
import licencehub.connectors.SourceConfig;
import licencehub.connectors.settings.Secret;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.client.session.ClientSession.ClientSessionEvent;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.sftp.SftpModuleProperties;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.jspecify.annotations.Nullable;

/** Logs in to an SFTP server with what the department file says, and nothing from this machine. */
final class SftpLogin implements Drop.Opener {
  private final SftpSettings settings;
  private final Path home;
  private @Nullable SshClient client;

  SftpLogin(SftpSettings settings, SourceConfig config) {
    this.settings = settings;
    this.home = config.home();
  }

  /** Connects and checks the server's key; nothing is said about who we are yet. */
  ClientSession connect() throws IOException {
    close();
    HostKey key = HostKey.of(settings, home);
    SshClient ssh = started(key);
    client = ssh;
    ClientSession session =
        ssh.connect(settings.user(), settings.host(), settings.port())
            .verify(settings.timeout())
            .getSession();
    Set<ClientSessionEvent> came =
        session.waitFor(
            EnumSet.of(ClientSessionEvent.WAIT_AUTH, ClientSessionEvent.CLOSED),
            settings.timeout());
    key.refuse();
    if (!came.contains(ClientSessionEvent.WAIT_AUTH)) {
      throw new IOException("SSH 握手失败 the SSH handshake failed: " + came);
    }
    return session;
  }

  /** Proves who we are, by key if there is one, else by password. */
  void authenticate(ClientSession session) throws IOException {
    String keyFile = settings.keyFile();
    String passwordFile = settings.passwordFile();
    if (keyFile != null) {
      session.addPublicKeyIdentity(key(keyFile));
    }
    if (passwordFile != null) {
      session.addPasswordIdentity(Secret.text(home, passwordFile));
    }
    session.auth().verify(settings.timeout());
  }

  SftpDrop enter(ClientSession session) throws IOException {
    return new SftpDrop(
        SftpClientFactory.instance().createSftpClient(session), session, settings.folder());
  }

  @Override
  public Drop open() throws IOException {
    ClientSession session = connect();
    authenticate(session);
    return enter(session);
  }

  @Override
  public void close() {
    SshClient ssh = client;
    if (ssh != null) {
      ssh.close(true);
      client = null;
    }
  }

  private SshClient started(HostKey key) {
    SshClient ssh = SshClient.setUpDefaultClient();
    ssh.setServerKeyVerifier(key);
    ssh.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
    ssh.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
    CoreModuleProperties.HEARTBEAT_INTERVAL.set(ssh, settings.timeout().dividedBy(2));
    CoreModuleProperties.HEARTBEAT_NO_REPLY_MAX.set(ssh, 1);
    SftpModuleProperties.SFTP_CHANNEL_OPEN_TIMEOUT.set(ssh, settings.timeout());
    ssh.start();
    return ssh;
  }

  private KeyPair key(String file) throws IOException {
    String passwordFile = settings.keyPasswordFile();
    FilePasswordProvider password =
        passwordFile == null
            ? FilePasswordProvider.EMPTY
            : FilePasswordProvider.of(Secret.text(home, passwordFile));
    byte[] bytes = Secret.bytes(home, file);
    try {
      return SecurityUtils.loadKeyPairIdentities(
              null, NamedResource.ofName(file), new ByteArrayInputStream(bytes), password)
          .iterator()
          .next();
    } catch (GeneralSecurityException | RuntimeException e) {
      throw new IOException(file + ": 私钥读不懂，或口令不对 not a private key, or a wrong passphrase", e);
    }
  }
}
