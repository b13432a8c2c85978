package licencehub.hub.copies;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import licencehub.model.Text;
import licencehub.model.Unavailable;
import licencehub.verification.Algorithm;
import licencehub.verification.CertificateAuthority;
import licencehub.verification.CertificateAuthority.Validity;
import licencehub.verification.ElectronicSeal;
import licencehub.verification.SealForm;
import licencehub.verification.SealMaker;
import licencehub.verification.SealPicture;
import licencehub.verification.SignerKey;
import licencehub.verification.Subject;
import licencehub.verification.Trust;

/**
 * The hub's own electronic seal, for use copies. The one a hub makes for itself is as good as the
 * certificate handed to those who are to trust it; a seal from the authority takes its place by
 * putting {@code key.pem}, {@code seal.esl} and {@code anchor.pem} into the folder.
 *
 * @param key an SM2 key with its certificate
 * @param seal lists that certificate
 * @param anchor what both lead to
 */
public record HubSeal(SignerKey key, ElectronicSeal seal, X509Certificate anchor) {
  private static final Duration LIFE = Duration.ofDays(3650);
  private static final Duration BEFORE = Duration.ofHours(1);
  private static final String KEY = "key.pem";
  private static final String SEAL = "seal.esl";

  /** The file whoever is to trust use copies gets. */
  public static final String ANCHOR = "anchor.pem";

  /**
   * The seal in the folder, made first where there is none. The keys of the authority and of the
   * seal's maker are forgotten: nobody can make another one under the same anchor.
   *
   * @throws Unavailable when the folder cannot be read or written
   */
  public static HubSeal open(Path folder, Text hub, SecureRandom random, Instant now) {
    try {
      if (!Files.isDirectory(folder)) {
        Path fresh = folder.resolveSibling(folder.getFileName() + "." + UUID.randomUUID());
        Files.createDirectories(fresh);
        make(fresh, hub, random, now);
        Files.move(fresh, folder, ATOMIC_MOVE);
      }
      return new HubSeal(
          SignerKey.load(folder.resolve(KEY)),
          new ElectronicSeal(Files.readAllBytes(folder.resolve(SEAL))),
          anchor(folder));
    } catch (IOException e) {
      throw new Unavailable("枢纽印章 the hub's seal " + folder, e.toString(), e);
    }
  }

  /** What its use copies are trusted by, where a seal was ever made. */
  public static Optional<X509Certificate> anchorIn(Path folder) {
    try {
      return Files.exists(folder.resolve(ANCHOR)) ? Optional.of(anchor(folder)) : Optional.empty();
    } catch (IOException e) {
      throw new Unavailable("枢纽印章 the hub's seal " + folder, e.toString(), e);
    }
  }

  private static X509Certificate anchor(Path folder) throws IOException {
    return Trust.certificates(Files.readAllBytes(folder.resolve(ANCHOR))).getFirst();
  }

  private static void make(Path folder, Text hub, SecureRandom random, Instant now)
      throws IOException {
    Validity years = new Validity(now.minus(BEFORE), now.plus(LIFE));
    CertificateAuthority root =
        CertificateAuthority.root(
            Subject.of(hub.zh() + " 加注件信任锚"), Algorithm.SM2_SM3, years, random);
    SignerKey maker = root.issue(Subject.of(hub.zh() + " 制章"), Algorithm.SM2_SM3, years, random);
    SignerKey key = root.issue(Subject.of(hub.zh()), Algorithm.SM2_SM3, years, random);
    SealMaker.Description description =
        new SealMaker.Description(
            "HUB" + key.id().toString().substring(0, 12).toUpperCase(java.util.Locale.ROOT),
            hub.zh() + "加注件专用章",
            years,
            List.of(key.certificate()),
            SealPicture.round());
    key.save(folder.resolve(KEY));
    Files.write(
        folder.resolve(SEAL),
        new SealMaker(maker, random).make(SealForm.GBT38540, description, now).der());
    Files.write(folder.resolve(ANCHOR), SignerKey.pem(List.of(root.key().certificate())));
  }
}
