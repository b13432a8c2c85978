package licencehub.hub.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import licencehub.hub.files.CopyNote;
import licencehub.hub.files.FileWords;
import licencehub.model.Finding;
import licencehub.model.Reason;
import licencehub.model.Text;
import licencehub.model.Verdict;
import licencehub.sharing.Element;
import licencehub.sharing.comparison.FileComparison;
import licencehub.verification.FileExamination;
import licencehub.verification.FileExamination.Examined;
import licencehub.verification.FileVerifier;
import licencehub.verification.FoundSignature;
import licencehub.verification.FoundSignature.FoundSeal;

/** Verifies licence files one after the other and says what was found. */
final class FileCheck {
  private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}]");

  private final FileVerifier verifier;
  private final InstantSource clock;
  private final Talk talk;

  FileCheck(FileVerifier verifier, InstantSource clock, Talk talk) {
    this.verifier = verifier;
    this.clock = clock;
    this.talk = talk;
  }

  /** Whether the file is trusted, and counts today if it is a use copy. */
  boolean passes(Path file) {
    Instant now = clock.instant();
    FileExamination examination = verifier.verify(file, now);
    boolean trusted = examination.report().verdict() instanceof Verdict.Trusted;
    line(trusted ? talk.green("  ✓ ") : talk.red("  ✗ "), FileWords.verdict(examination.report()));
    boolean counts =
        switch (examination) {
          case Examined it -> presented(it, trusted, now);
          case FileExamination.Unreadable it -> true;
        };
    FileWords.lines(examination).forEach(this::check);
    return trusted && counts;
  }

  /** Whether it still counts, as far as it says. */
  private boolean presented(Examined file, boolean trusted, Instant now) {
    talk.out().printf("    %s，SHA-256 %s%n", file.type(), file.digest());
    if (trusted) {
      element(file, Element.IDENTIFIER);
      element(file, Element.NAME);
      element(file, Element.ISSUER);
    }
    List<FoundSignature> found = file.found();
    for (int i = 0; i < found.size(); i++) {
      talk.out().printf("    签章 signature %d：%s%n", i + 1, shown(found.get(i)));
    }
    Optional<CopyNote> copy = CopyNote.of(file.metadata());
    copy.ifPresent(it -> copy(it, now));
    return copy.isEmpty() || !copy.get().hasExpired(now);
  }

  private void element(Examined file, Element element) {
    FileComparison.value(file.metadata().entries(), element)
        .ifPresent(it -> talk.out().printf("    %s：%s%n", element.zh(), plain(it)));
  }

  private void copy(CopyNote copy, Instant now) {
    boolean expired = copy.hasExpired(now);
    line(expired ? talk.red("  ✗ ") : talk.green("  ✓ "), copy.sentence(now));
    talk.out()
        .printf(
            "    事由 cause：%s；制作 made by：%s，%s%n",
            plain(copy.cause()), plain(copy.maker()), plain(copy.madeAt()));
  }

  private static String shown(FoundSignature it) {
    StringBuilder all = new StringBuilder(plain(it.signer().orElse("？")));
    it.signedAt().ifPresent(at -> all.append("，").append(at));
    if (it.seal().isPresent()) {
      FoundSeal seal = it.seal().get();
      all.append("，印章 seal “").append(plain(seal.name())).append("” ");
      all.append(plain(seal.identifier())).append("，制章 made by ");
      all.append(plain(seal.maker().orElse("？")));
    }
    return all.toString();
  }

  private void check(FileWords.Line it) {
    Finding finding = it.finding();
    String place = it.signature() > 0 ? it.signature() + " " : "";
    String said = place + it.words();
    switch (finding.result()) {
      case PASSED -> talk.out().println(talk.green("    ✓ ") + said);
      case SKIPPED -> talk.out().println("    – " + said + "：" + finding.detail());
      case FAILED -> {
        Reason reason = java.util.Objects.requireNonNull(finding.reason());
        talk.out()
            .println(
                talk.red("    ✗ ") + said + "：" + reason.text() + " [" + finding.detail() + "]");
      }
    }
  }

  private void line(String mark, Text text) {
    talk.out().println(mark + text);
  }

  /** What a stranger wrote must not move the cursor. */
  private static String plain(String foreign) {
    return INVISIBLE.matcher(foreign).replaceAll("?");
  }
}
