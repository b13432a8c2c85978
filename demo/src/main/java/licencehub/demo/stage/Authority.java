package licencehub.demo.stage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.CRLReason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import licencehub.demo.world.Body;
import licencehub.model.Unavailable;
import licencehub.verification.Algorithm;
import licencehub.verification.CertificateAuthority;
import licencehub.verification.CertificateAuthority.Revoked;
import licencehub.verification.CertificateAuthority.Validity;
import licencehub.verification.SignerKey;
import licencehub.verification.Subject;

/**
 * The demo's certificate authority: an SM2 root, a certificate for every department, and one for
 * each that was revoked, so that its use can be seen to fail.
 */
public final class Authority {
  private static final Duration LIFE = Duration.ofDays(365);
  private static final String SEAL_MAKER = "seal-maker.pem";
  private final Path config;
  private final Path keys;
  private final SecureRandom random = new SecureRandom();

  /** A department's key in use, and its former one, which is revoked. */
  public record Keys(SignerKey current, SignerKey revoked) {}

  /**
   * @param config the hub's configuration folder: certificates and the revocation list go there
   * @param keys where the departments' private keys go: never to the hub
   */
  public Authority(Path config, Path keys) {
    this.config = config;
    this.keys = keys;
  }

  /** Issues everything anew; the hub learns the root, the certificates and the revocation list. */
  public void establish(List<Body> bodies, Instant now) {
    try {
      Files.createDirectories(keys);
      Validity validity = new Validity(now.minus(LIFE), now.plus(LIFE));
      CertificateAuthority root =
          CertificateAuthority.root(
              Subject.of("Licence Hub 演示根证书"), Algorithm.SM2_SM3, validity, random);
      write("trust/anchors/demo-root.pem", SignerKey.pem(List.of(root.key().certificate())));
      root.issue(Subject.of("演示印章制作中心"), Algorithm.SM2_SM3, validity, random)
          .save(keys.resolve(SEAL_MAKER));
      List<Revoked> revoked = bodies.stream().map(it -> issue(root, it, validity, now)).toList();
      write(
          "trust/revocation/demo.crl",
          root.revocationList(1, now.minus(Duration.ofHours(1)), now.plus(LIFE), revoked, random));
    } catch (IOException e) {
      throw new Unavailable(config.toString(), e.toString(), e);
    }
  }

  /** The keys issued before. */
  public Keys keys(Body body) {
    return new Keys(
        SignerKey.load(keys.resolve(body.source() + ".pem")),
        SignerKey.load(keys.resolve(body.source() + "-revoked.pem")));
  }

  /** Makes the departments' electronic seals. */
  public SignerKey sealMaker() {
    return SignerKey.load(keys.resolve(SEAL_MAKER));
  }

  private Revoked issue(CertificateAuthority root, Body body, Validity validity, Instant now) {
    Subject subject = Subject.of(body.organisation().name(), body.organisation().code());
    SignerKey current = root.issue(subject, Algorithm.SM2_SM3, validity, random);
    SignerKey former = root.issue(subject, Algorithm.SM2_SM3, validity, random);
    current.save(keys.resolve(body.source() + ".pem"));
    former.save(keys.resolve(body.source() + "-revoked.pem"));
    try {
      write(
          "trust/signers/" + body.source() + ".pem",
          SignerKey.pem(List.of(current.certificate(), former.certificate())));
    } catch (IOException e) {
      throw new Unavailable(config.toString(), e.toString(), e);
    }
    return Revoked.of(former.certificate(), now.minus(Duration.ofDays(30)), CRLReason.SUPERSEDED);
  }

  private void write(String name, byte[] content) throws IOException {
    Path file = config.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
  }
}
