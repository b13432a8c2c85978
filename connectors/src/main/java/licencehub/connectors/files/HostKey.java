package licencehub.connectors.files;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import org.apache.sshd.client.keyverifier.KnownHostsServerKeyVerifier;
import org.apache.sshd.client.keyverifier.RejectAllServerKeyVerifier;
import org.apache.sshd.client.keyverifier.ServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.jspecify.annotations.Nullable;

/** Knows the server by its key and remembers which key it refused. */
final class HostKey implements ServerKeyVerifier {
  private final ServerKeyVerifier verifier;
  private volatile @Nullable String refused;

  private HostKey(ServerKeyVerifier verifier) {
    this.verifier = verifier;
  }

  static HostKey of(SftpSettings settings, Path home) throws IOException {
    String fingerprint = settings.fingerprint();
    if (fingerprint != null) {
      return new HostKey((session, from, key) -> fingerprint.equals(KeyUtils.getFingerPrint(key)));
    }
    Path known = home.resolve(String.valueOf(settings.knownHostsFile()));
    if (!Files.isReadable(known)) {
      throw new IOException(known + ": known_hosts 文件读不到 the known_hosts file cannot be read");
    }
    return new HostKey(new KnownHostsServerKeyVerifier(RejectAllServerKeyVerifier.INSTANCE, known));
  }

  @Override
  public boolean verifyServerKey(ClientSession session, SocketAddress from, PublicKey key) {
    boolean known = verifier.verifyServerKey(session, from, key);
    refused = known ? null : KeyUtils.getFingerPrint(key);
    return known;
  }

  /** Throws when the last key offered was not the configured one. */
  void refuse() throws IOException {
    String key = refused;
    if (key != null) {
      throw new IOException(
          "服务器公钥与设置不符，请向对方核实后改正设置 the server's key is not the configured one, ask its operator; it offered "
              + key);
    }
  }
}
