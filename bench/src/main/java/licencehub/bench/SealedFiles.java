package licencehub.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
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

/** Verification of a licence file, an OFD under a seal of GB/T 38540, by one thread. */
final class SealedFiles {
  private static final int COUNT = 1_000;
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
