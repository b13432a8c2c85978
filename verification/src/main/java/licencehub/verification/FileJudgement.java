package licencehub.verification;

import static licencehub.model.Finding.failed;
import static licencehub.model.Finding.passed;
import static licencehub.model.Finding.skipped;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import licencehub.model.Fault;
import licencehub.model.Finding;
import licencehub.model.Finding.Result;
import licencehub.model.Reason;
import licencehub.verification.Evidence.OneSignature;
import licencehub.verification.file.SealClaim;
import org.jspecify.annotations.Nullable;

/** One policy applied to what was found in one file. */
final class FileJudgement {
  private static final String FILE = "file";
  private static final String SIGNATURES = "signatures";
  private static final String PERIOD = "seal-period";
  private static final String MAKER = "maker-";
  private static final List<String> SEAL =
      Stream.concat(Stream.of(PERIOD), Judgement.PER_SIGNATURE.stream().map(MAKER::concat))
          .toList();

  private final Judgement judgement;
  private final Instant at;
  private final List<Finding> findings = new ArrayList<>();

  FileJudgement(Policy policy, Instant at) {
    this.judgement = new Judgement(policy, at);
    this.at = at;
  }

  /**
   * One signature of a file with all that was established about it.
   *
   * @param checks what was decided without keys
   * @param signer null when the signature could not be taken apart
   * @param seal null where there is none
   * @param maker who made the seal; null where there is none
   */
  record Sealed(
      List<Finding> checks,
      @Nullable OneSignature signer,
      @Nullable SealClaim seal,
      @Nullable OneSignature maker) {}

  /** The findings about a file that could not be taken apart. */
  List<Finding> refused(Fault fault, List<String> checks) {
    findings.add(failed(FILE, fault.reason(), fault.detail().toString()));
    String why = "文件无法解析 the file cannot be read";
    skip(List.of(SIGNATURES), why);
    skipAll(checks, why);
    return findings;
  }

  List<Finding> findings(String facts, List<Sealed> signatures, List<String> checks) {
    findings.add(passed(FILE, facts));
    if (signatures.isEmpty()) {
      findings.add(failed(SIGNATURES, Reason.SIGNATURE_MISSING, facts));
      skipAll(checks, "没有签名 there is no signature");
      return findings;
    }
    findings.add(passed(SIGNATURES, String.valueOf(signatures.size())));
    signatures.forEach(this::add);
    return findings;
  }

  private void add(Sealed it) {
    findings.addAll(it.checks());
    if (it.signer() == null) {
      skip(Judgement.PER_SIGNATURE, "签名值无法使用 the signed value cannot be used");
    } else {
      findings.addAll(judgement.findings(it.signer()));
    }
    if (it.seal() == null || it.maker() == null) {
      skip(SEAL, "没有印章 there is no seal");
    } else {
      findings.add(period(it.seal(), it.signer()));
      judgement.findings(it.maker()).forEach(one -> findings.add(ofMaker(one)));
    }
  }

  private Finding period(SealClaim seal, @Nullable OneSignature signer) {
    Instant used = signer == null ? at : judgement.counted(signer.claimedAt());
    String facts = seal.from() + "/" + seal.to() + " @ " + used;
    return used.isBefore(seal.from()) || used.isAfter(seal.to())
        ? failed(PERIOD, Reason.SEAL_EXPIRED, facts)
        : passed(PERIOD, facts);
  }

  /** A maker's signature that does not fit means that the seal is not the maker's. */
  private static Finding ofMaker(Finding it) {
    String check = MAKER + it.check();
    if (it.result() == Result.FAILED) {
      Reason reason = Objects.requireNonNull(it.reason());
      return failed(
          check, reason == Reason.SIGNATURE_WRONG ? Reason.SEAL_FORGED : reason, it.detail());
    }
    return new Finding(check, it.result(), null, it.detail());
  }

  private void skipAll(List<String> checks, String why) {
    skip(checks, why);
    skip(Judgement.PER_SIGNATURE, why);
    skip(SEAL, why);
  }

  private void skip(List<String> checks, String why) {
    checks.forEach(it -> findings.add(skipped(it, why)));
  }
}
