package licencehub.verification;

import static licencehub.model.Finding.failed;
import static licencehub.model.Finding.passed;
import static licencehub.model.Finding.skipped;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import licencehub.model.Finding;
import licencehub.model.Reason;
import licencehub.model.Text;
import licencehub.verification.Evidence.Chain;
import licencehub.verification.Evidence.OneSignature;
import licencehub.verification.Evidence.Signer;
import org.jspecify.annotations.Nullable;

/** One policy applied to evidence at one moment. */
record Judgement(Policy policy, Instant at) {
  private static final String ENVELOPE = "envelope";
  private static final String ALGORITHM = "algorithm";
  private static final String SIGNER = "signer";
  private static final String SIGNATURE = "signature";
  private static final String CHAIN = "chain";
  private static final String VALIDITY = "validity";
  static final String REVOCATION = "revocation";
  private static final String TIME = "time";
  static final List<String> PER_SIGNATURE =
      List.of(ALGORITHM, SIGNER, SIGNATURE, CHAIN, VALIDITY, REVOCATION, TIME);

  List<Finding> findings(Evidence evidence) {
    List<Finding> all = new ArrayList<>();
    if (evidence.unreadable() != null) {
      all.add(
          failed(
              ENVELOPE, evidence.unreadable().reason(), evidence.unreadable().detail().toString()));
      skipAll(all, Text.of("信封无法解析", "the envelope cannot be read"));
      return all;
    }
    if (evidence.signatures().isEmpty()) {
      all.add(failed(ENVELOPE, Reason.SIGNATURE_MISSING, evidence.envelope()));
      skipAll(all, Text.of("没有签名", "there is no signature"));
      return all;
    }
    all.add(passed(ENVELOPE, evidence.envelope()));
    evidence.signatures().forEach(it -> all.addAll(findings(it)));
    return all;
  }

  /** The seven checks of one signature, in the order of {@link #PER_SIGNATURE}. */
  List<Finding> findings(OneSignature it) {
    List<Finding> all = new ArrayList<>();
    judge(it, all);
    return all;
  }

  private static void skipAll(List<Finding> all, Text why) {
    PER_SIGNATURE.forEach(it -> all.add(skipped(it, why.toString())));
  }

  private void judge(OneSignature it, List<Finding> all) {
    Signer signer = it.signer().orElse(null);
    all.add(algorithm(it, signer));
    if (signer == null) {
      all.add(failed(SIGNER, Reason.SIGNER_UNKNOWN, unknown(it)));
      String why = Text.of("不认识签名证书", "the certificate is not known").toString();
      List.of(SIGNATURE, CHAIN, VALIDITY, REVOCATION).forEach(x -> all.add(skipped(x, why)));
    } else {
      all.add(passed(SIGNER, signer.certificate().toString()));
      all.add(signature(it, signer));
      all.add(chain(signer));
      all.add(validity(signer, signedAt(it)));
      all.add(new RevocationJudgement(policy, at, signedAt(it)).finding(signer.chain()));
    }
    all.add(time(it));
  }

  private static String unknown(OneSignature it) {
    return it.keyId() == null
        ? "信封未指明证书，请以证书SHA-256指明 the envelope names no certificate: name it by its SHA-256"
        : it.keyId() + " 请先登记该证书 register this certificate first";
  }

  private Finding algorithm(OneSignature it, @Nullable Signer signer) {
    if (signer == null && it.stated().isEmpty()) {
      return skipped(ALGORITHM, "算法随密钥而定，而证书未知 it follows the key, which is not known");
    }
    Algorithm algorithm =
        signer == null ? Algorithm.find(it.stated()).orElse(null) : signer.algorithm().orElse(null);
    if (algorithm == null) {
      return failed(ALGORITHM, Reason.ALGORITHM_REFUSED, shown(it.stated()));
    }
    if (disagree(it, algorithm)) {
      return failed(
          ALGORITHM,
          Reason.ALGORITHM_REFUSED,
          "声明为" + shown(it.stated()) + "，密钥为" + algorithm.wire() + " stated and key disagree");
    }
    return policy.algorithms().contains(algorithm)
        ? passed(ALGORITHM, algorithm.wire())
        : failed(ALGORITHM, Reason.ALGORITHM_REFUSED, algorithm.wire());
  }

  private static boolean disagree(OneSignature it, Algorithm computed) {
    return !it.stated().isEmpty() && !it.stated().equals(computed.wire());
  }

  private static Finding signature(OneSignature it, Signer signer) {
    if (signer.algorithm().isEmpty() || disagree(it, signer.algorithm().get())) {
      return skipped(SIGNATURE, "算法不符，未计算 not computed, because of the algorithm");
    }
    return signer.fits()
        ? passed(SIGNATURE, "签名与内容一致 it fits the content")
        : failed(SIGNATURE, Reason.SIGNATURE_WRONG, signer.algorithm().get().wire());
  }

  private static Finding chain(Signer signer) {
    return switch (signer.chain()) {
      case Chain.Anchored it ->
          passed(CHAIN, it.revocations().size() + "级证书到达信任锚 leads to a trust anchor");
      case Chain.Broken it -> failed(CHAIN, Reason.CHAIN_BROKEN, it.why().toString());
    };
  }

  private static Finding validity(Signer signer, Instant signedAt) {
    String facts = signer.notBefore() + "/" + signer.notAfter() + " @ " + signedAt;
    return signedAt.isBefore(signer.notBefore()) || signedAt.isAfter(signer.notAfter())
        ? failed(VALIDITY, Reason.SIGNER_EXPIRED, facts)
        : passed(VALIDITY, facts);
  }

  private Instant signedAt(OneSignature it) {
    return counted(it.claimedAt());
  }

  /**
   * A claimed time counts unless it lies in the future; without one, the moment of receipt does.
   */
  Instant counted(@Nullable Instant claimed) {
    return claimed == null || inFuture(claimed) ? at : claimed;
  }

  private boolean inFuture(Instant claimed) {
    return claimed.isAfter(at.plus(policy.clockSkew()));
  }

  private Finding time(OneSignature it) {
    Instant claimed = it.claimedAt();
    if (claimed == null) {
      return skipped(TIME, "未声明签名时间，按接收时间 no claimed time; the moment of receipt counts");
    }
    return inFuture(claimed)
        ? failed(TIME, Reason.SIGNED_IN_FUTURE, claimed + " > " + at)
        : passed(TIME, claimed.toString());
  }

  /** Foreign text is shown short and without control characters. */
  private static String shown(String stated) {
    String clean = stated.replaceAll("[^\\x20-\\x7e]", "?");
    return '"' + (clean.length() > 64 ? clean.substring(0, 64) : clean) + '"';
  }
}
