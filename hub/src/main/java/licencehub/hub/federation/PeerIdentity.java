package licencehub.hub.federation;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import licencehub.model.Text;
import licencehub.model.Unavailable;
import licencehub.verification.Algorithm;
import licencehub.verification.CertificateAuthority;
import licencehub.verification.CertificateAuthority.Validity;
import licencehub.verification.SignerKey;
import licencehub.verification.Subject;

/**
 * What a hub shows its peers and signs for them with. The certificates a hub makes for itself are
 * issued under roots whose keys are forgotten at once: nobody can issue another one. Files from an
 * authority may take their place; then every peer needs a new card.
 *
 * @param transport of its connections, P-256 as TLS libraries know it
 * @param signer of its messages, SM2; its chain ends in the root
 */
public record PeerIdentity(SignerKey transport, SignerKey signer) {
  private static final Duration LIFE = Duration.ofDays(3650);
  private static final Duration BEFORE = Duration.ofHours(1);
  private static final String TRANSPORT = "peer-transport.pem";
  private static final String SIGNER = "peer-signer.pem";

  /** Without its root nobody could tell that the signer leads to it. */
  public PeerIdentity {
    if (signer.chain().size() < 2) {
      throw new Unavailable(
          SIGNER, "缺少根证书，请接在签名证书之后 the root certificate is missing: put it behind the signer's");
    }
  }

  /**
   * The one in the folder of keys, made first where there is none.
   *
   * @throws Unavailable when the folder cannot be read or written
   */
  public static PeerIdentity open(Path keys, Text hub, SecureRandom random, Instant now) {
    Validity years = new Validity(now.minus(BEFORE), now.plus(LIFE));
    return new PeerIdentity(
        once(keys.resolve(TRANSPORT), () -> issue(hub, "传输", Algorithm.ES256, years, random)),
        once(keys.resolve(SIGNER), () -> issue(hub, "签名", Algorithm.SM2_SM3, years, random)));
  }

  private static SignerKey issue(
      Text hub, String use, Algorithm algorithm, Validity years, SecureRandom random) {
    CertificateAuthority root =
        CertificateAuthority.root(
            Subject.of(hub.zh() + " 对等" + use + "根"), algorithm, years, random);
    return root.issue(Subject.of(hub.zh() + " 对等" + use), algorithm, years, random);
  }

  /** Whoever of several is first makes it; all have the same one afterwards. */
  private static SignerKey once(Path file, Supplier<SignerKey> made) {
    try {
      if (Files.notExists(file)) {
        Path draft = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID());
        made.get().save(draft);
        name(draft, file);
      }
      return SignerKey.load(file);
    } catch (IOException e) {
      throw new Unavailable("对等密钥 key for peers " + file, e.toString(), e);
    }
  }

  private static void name(Path draft, Path file) throws IOException {
    try {
      Files.createLink(file, draft);
      Files.delete(draft);
    } catch (FileAlreadyExistsException e) {
      Files.delete(draft);
    } catch (UnsupportedOperationException e) {
      Files.move(draft, file, ATOMIC_MOVE);
    }
  }
}
