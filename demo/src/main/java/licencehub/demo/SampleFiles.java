package licencehub.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import licencehub.demo.stage.Authority;
import licencehub.demo.stage.Stage;
import licencehub.demo.world.LicencePaper;
import licencehub.demo.world.Story;
import licencehub.hub.copies.HubSeal;
import licencehub.hub.copies.UseCopy;
import licencehub.hub.copies.UseCopyMaker;
import licencehub.hub.files.Scratch;
import licencehub.model.Text;
import licencehub.model.code.CaseNumber;
import licencehub.model.code.UseCode;

/**
 * Leaves licence files as their issuers seal them, of licences the hub has filed, and use copies of
 * them under the hub's seal, to try {@code verify} on.
 */
final class SampleFiles {
  private static final int LOOKED_AT = 40;
  private static final long LARGEST = 1 << 20;
  private static final Duration USABLE = Duration.ofDays(90);
  private static final Text HUB = Text.of("演示省证照枢纽", "Licence hub of a fictitious province");

  private final Play play;
  private final Stage stage;
  private final Authority authority;
  private final SecureRandom random = new SecureRandom();
  private final Instant now;

  SampleFiles(Play play, Instant now) {
    this.play = play;
    this.stage = play.stage();
    this.authority = new Authority(stage.config(), stage.outside().resolve("keys"));
    this.now = now;
  }

  /**
   * One licence of each department that has one filed, in {@code licences} and {@code uses}, and
   * whom to trust for them in {@code anchors.pem}.
   *
   * @param cases how many were told
   */
  void leave(long cases) {
    Path keys = stage.data().resolve("keys/seal");
    HubSeal seal = HubSeal.open(keys, HUB, random, now);
    Scratch scratch = Scratch.open(stage.outside().resolve("scratch"), LARGEST, 1);
    UseCopyMaker copies = new UseCopyMaker(seal, scratch, random);
    try {
      Files.createDirectories(stage.folder().resolve("licences"));
      Files.createDirectories(stage.folder().resolve("uses"));
      anchors(keys.resolve(HubSeal.ANCHOR));
      for (int i = 0; i < stage.bodies().size(); i++) {
        Optional<Story> story = filed(i, cases);
        if (story.isPresent()) {
          licence(story.get(), i, scratch);
          use(story.get(), copies);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void anchors(Path own) throws IOException {
    Path anchors = stage.folder().resolve("anchors.pem");
    Files.write(anchors, Files.readAllBytes(stage.config().resolve("trust/anchors/demo-root.pem")));
    Files.write(anchors, Files.readAllBytes(own), StandardOpenOption.APPEND);
  }

  /** The first case of a department that ended in a licence the hub has by now. */
  private Optional<Story> filed(int first, long cases) {
    int step = stage.bodies().size();
    return LongStream.iterate(first, n -> n < cases, n -> n + step)
        .limit(LOOKED_AT)
        .mapToObj(play.troupe()::story)
        .filter(Story::hasLicence)
        .filter(play.client()::hasLicence)
        .findFirst();
  }

  private void licence(Story story, int which, Scratch scratch) throws IOException {
    LicencePaper paper = new LicencePaper(story);
    Path plain = scratch.fresh();
    try {
      paper.document().write(plain);
      paper
          .sealer(which, authority.keys(story.body()).current(), authority.sealMaker(), now)
          .seal(plain, place("licences", story), now);
    } finally {
      Files.delete(plain);
    }
  }

  private void use(Story story, UseCopyMaker copies) throws IOException {
    LicencePaper paper = new LicencePaper(story);
    byte[] secret = new byte[UseCode.RANDOM_BYTES];
    random.nextBytes(secret);
    CaseNumber caseNumber = new CaseNumber(story.caseNumber());
    Map<String, String> face = new LinkedHashMap<>(paper.face());
    UseCopy.Annotation note =
        new UseCopy.Annotation(
            "演示核验",
            story.body().organisation().name(),
            "demo",
            caseNumber,
            UseCode.mint(secret, caseNumber),
            HUB,
            now,
            now.plus(USABLE));
    try (OutputStream out = Files.newOutputStream(place("uses", story))) {
      copies.write(new UseCopy(paper.identifier(), paper.name(), face, note), out);
    }
  }

  /** Named after the department, never after who holds it. */
  private Path place(String kind, Story story) {
    return stage.folder().resolve(kind).resolve(story.body().source() + ".ofd");
  }
}
