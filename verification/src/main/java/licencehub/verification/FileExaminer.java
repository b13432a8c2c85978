package licencehub.verification;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import licencehub.model.Digest;
import licencehub.model.Finding;
import licencehub.model.Finding.Result;
import licencehub.model.Unavailable;
import licencehub.model.VerificationReport;
import licencehub.verification.Evidence.OneSignature;
import licencehub.verification.Evidence.Signer;
import licencehub.verification.FileJudgement.Sealed;
import licencehub.verification.envelope.Claim;
import licencehub.verification.envelope.Refused;
import licencehub.verification.file.Deadline;
import licencehub.verification.file.Faults;
import licencehub.verification.file.FileContents;
import licencehub.verification.file.FileSignature;
import licencehub.verification.file.FileSignature.Covered;
import licencehub.verification.file.FileSource;
import licencehub.verification.file.SealClaim;
import licencehub.verification.ofd.OfdReader;
import licencehub.verification.pdf.PdfReader;
import org.jspecify.annotations.Nullable;

/** Has an engine take a file apart, gathers the evidence about keys, and has the policy judge. */
final class FileExaminer implements FileVerifier {
  private static final int REMEMBERED_SEALS = 20_000;
  private static final int MAGIC = 5;

  private final Policy policy;
  private final Signers signers;
  private final FileLimits limits;
  private final LongSupplier nanos;
  private final OfdReader ofd;
  private final PdfReader pdf;

  /**
   * Whether a maker's signature fits its seal, by the seal's digest: seals come again and again.
   */
  private final Cache<Digest, Boolean> made =
      Caffeine.newBuilder().maximumSize(REMEMBERED_SEALS).build();

  FileExaminer(Policy policy, Signers signers, FileLimits limits, LongSupplier nanos) {
    this.policy = policy;
    this.signers = signers;
    this.limits = limits;
    this.nanos = nanos;
    this.ofd = new OfdReader(limits.bounds(), signers.certificates());
    this.pdf = new PdfReader(limits.bounds(), signers.certificates());
  }

  @Override
  public FileExamination verify(Path file, Instant receivedAt) {
    try (FileSource source = FileSource.open(file)) {
      return verify(source, receivedAt);
    } catch (IOException | UncheckedIOException e) {
      throw new Unavailable("证照文件 licence file", e.toString(), e);
    }
  }

  private FileExamination verify(FileSource file, Instant receivedAt) throws IOException {
    FileJudgement judgement = new FileJudgement(policy, receivedAt);
    FileType type = null;
    try {
      if (file.size() > limits.bytes()) {
        throw Faults.beyond(
            "有" + file.size() + "字节，最多" + limits.bytes() + "字节",
            file.size() + " bytes, at most " + limits.bytes() + " are taken");
      }
      type = type(file);
      FileContents contents = contents(type, file, new Deadline(limits.patience(), nanos));
      List<Sealed> signatures = contents.signatures().stream().map(this::evidence).toList();
      return new FileExamination.Examined(
          type,
          SignatureFit.digest(file),
          report(judgement.findings(contents.facts(), signatures, checks(type)), receivedAt),
          fitting(signatures),
          contents.signatures().stream()
              .map(it -> FoundSignature.of(it, signers.certificates()))
              .toList(),
          new FileMetadata(contents.documentId(), contents.entries()));
    } catch (Refused e) {
      return new FileExamination.Unreadable(
          e.fault(), report(judgement.refused(e.fault(), checks(type)), receivedAt));
    }
  }

  private VerificationReport report(List<Finding> findings, Instant at) {
    return new VerificationReport(policy.name(), at, findings);
  }

  private static FileType type(FileSource file) throws IOException, Refused {
    String magic = new String(file.bytes(0, (int) Math.min(MAGIC, file.size())), US_ASCII);
    if (magic.startsWith("PK")) {
      return FileType.OFD;
    }
    if (magic.equals("%PDF-")) {
      return FileType.PDF;
    }
    throw Faults.unreadable("既不是OFD也不是PDF", "neither OFD nor PDF");
  }

  private FileContents contents(FileType type, FileSource file, Deadline deadline)
      throws IOException, Refused {
    try {
      return switch (type) {
        case OFD -> ofd.read(file, deadline);
        case PDF -> pdf.read(file, deadline);
      };
    } catch (UncheckedIOException e) {
      throw e;
    } catch (RuntimeException e) {
      // Whatever hostile bytes make a parser answer, the file is what is wrong.
      throw Faults.unreadable("文件结构有误", "the file's structure is wrong");
    }
  }

  private static List<String> checks(@Nullable FileType type) {
    return switch (type) {
      case OFD -> OfdReader.CHECKS;
      case PDF -> PdfReader.CHECKS;
      case null -> List.of();
    };
  }

  private Sealed evidence(FileSignature it) {
    SealClaim seal = it.seal();
    return new Sealed(
        it.checks(),
        it.claim() == null ? null : evidence(it.claim(), it.covered()),
        seal,
        seal == null ? null : maker(seal));
  }

  private OneSignature evidence(Claim claim, @Nullable Covered covered) {
    return evidence(claim, (algorithm, key) -> SignatureFit.of(claim, covered, algorithm, key));
  }

  private OneSignature maker(SealClaim seal) {
    return evidence(
        seal.maker(),
        (algorithm, key) ->
            made.get(seal.id(), it -> SignatureFit.of(seal.maker(), null, algorithm, key)));
  }

  private OneSignature evidence(Claim claim, Signers.Fit fit) {
    return new OneSignature(
        claim.algorithm(),
        claim.keyId(),
        claim.signedAt(),
        signers.find(claim.keyId(), claim.certificates(), claim.algorithm(), fit));
  }

  /** Signatures that fit, in groups where nothing about the content failed. */
  private static Set<Digest> fitting(List<Sealed> signatures) {
    Set<Digest> all = new HashSet<>();
    for (Sealed it : signatures) {
      boolean sound = it.checks().stream().noneMatch(one -> one.result() == Result.FAILED);
      if (sound && it.signer() != null) {
        it.signer().signer().filter(Signer::fits).ifPresent(one -> all.add(one.certificate()));
      }
    }
    return all;
  }
}
