package licencehub.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import licencehub.demo.Play;
import licencehub.demo.stage.Authority;
import licencehub.demo.world.LicencePaper;
import licencehub.demo.world.Story;
import licencehub.model.Verdict;
import licencehub.verification.FileExamination;
import licencehub.verification.FileLimits;
import licencehub.verification.FileVerifier;
import licencehub.verification.FileVerifiers;
import licencehub.verification.Policy;
import licencehub.verification.Revocations;
import licencehub.verification.Trust;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** Verification of a licence file, an OFD under a seal of GB/T 38540, by one thread. */
final class SealedFiles {
  private static final int COUNT = 1_000;
  private static final int SIGNATURES = 4;
  private static final Provider BC = new BouncyCastleProvider();
  private final Play play;
  private final FileVerifier verifier;
  private final Path sealed;
  private final Instant now = Instant.now();

  SealedFiles(Play play) throws Exception {
    this.play = play;
    Path config = play.stage().config();
    Trust trust =
        Trust.read(List.of(config.resolve("trust/anchors/demo-root.pem")), List.of(), List.of());
    Revocations revocations =
        Revocations.of(trust, List.of(config.resolve("trust/revocation/demo.crl").toUri()));
    revocations.refresh();
    this.verifier = FileVerifiers.of(Policy.usual("bench"), trust, revocations, FileLimits.USUAL);
    this.sealed = seal();
  }

  /** Files a second, after a warm-up of the same size. */
  double rate() throws Exception {
    Clock.seconds(1, COUNT, i -> verify());
    return COUNT / Clock.seconds(1, COUNT, i -> verify());
  }

  /**
   * Files a second were nothing done but the cryptography that each asks for: SM3 of every entry,
   * and four SM2 signatures, of the signer, of the seal's maker and of both their certificates.
   */
  double pure() throws Exception {
    KeyPairGenerator maker = KeyPairGenerator.getInstance("EC", BC);
    maker.initialize(new ECGenParameterSpec("sm2p256v1"));
    KeyPair pair = maker.generateKeyPair();
    byte[] signed = new byte[256];
    Signature signer = Signature.getInstance("SM3withSM2", BC);
    signer.initSign(pair.getPrivate());
    signer.update(signed);
    byte[] signature = signer.sign();
    List<byte[]> entries = entries();
    Clock.seconds(1, COUNT, i -> pure(pair.getPublic(), signed, signature, entries));
    return COUNT / Clock.seconds(1, COUNT, i -> pure(pair.getPublic(), signed, signature, entries));
  }

  private static void pure(PublicKey key, byte[] signed, byte[] signature, List<byte[]> entries) {
    try {
      for (byte[] entry : entries) {
        MessageDigest.getInstance("SM3", BC).digest(entry);
      }
      for (int i = 0; i < SIGNATURES; i++) {
        Signature verifier = Signature.getInstance("SM3withSM2", BC);
        verifier.initVerify(key);
        verifier.update(signed);
        if (!verifier.verify(signature)) {
          throw new IllegalStateException("a sound signature does not fit");
        }
      }
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<byte[]> entries() throws IOException {
    List<byte[]> all = new ArrayList<>();
    try (ZipFile file = new ZipFile(sealed.toFile())) {
      for (ZipEntry it : Collections.list(file.entries())) {
        all.add(file.getInputStream(it).readAllBytes());
      }
    }
    return all;
  }

  private void verify() {
    if (!(verifier.verify(sealed, now) instanceof FileExamination.Examined it)
        || !(it.report().verdict() instanceof Verdict.Trusted)) {
      throw new IllegalStateException("a sound file was not trusted");
    }
  }

  private Path seal() throws Exception {
    Story story =
        LongStream.range(0, COUNT)
            .mapToObj(play.troupe()::story)
            .filter(Story::hasLicence)
            .findFirst()
            .orElseThrow();
    Authority authority =
        new Authority(play.stage().config(), play.stage().outside().resolve("keys"));
    LicencePaper paper = new LicencePaper(story);
    Path plain = play.stage().folder().resolve("plain.ofd");
    Path file = play.stage().folder().resolve("sealed.ofd");
    paper.document().write(plain);
    paper
        .sealer(0, authority.keys(story.body()).current(), authority.sealMaker(), now)
        .seal(plain, file, now);
    Files.delete(plain);
    return file;
  }
}
