package licencehub.verification;

import java.security.cert.CRLReason;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import licencehub.model.Finding;
import licencehub.model.Reason;
import licencehub.model.Text;
import licencehub.verification.Evidence.Chain;
import licencehub.verification.Evidence.ListFacts;
import licencehub.verification.Evidence.Revocation;
import org.jspecify.annotations.Nullable;

/**
 * Whether revocation speaks against a signature.
 *
 * @param at the moment judged for
 * @param signedAt the moment the signature counts as made
 */
record RevocationJudgement(Policy policy, Instant at, Instant signedAt) {
  /** After these nobody can tell who signed, whatever time the signature claims. */
  private static final Set<CRLReason> KEY_LOST =
      Set.of(CRLReason.KEY_COMPROMISE, CRLReason.CA_COMPROMISE, CRLReason.AA_COMPROMISE);

  Finding finding(Chain chain) {
    return switch (chain) {
      case Chain.Broken it ->
          Finding.skipped(Judgement.REVOCATION, "证书链未到达信任锚 the chain leads to no anchor");
      case Chain.Anchored it -> finding(it.revocations());
    };
  }

  /** A certificate revoked for good outweighs one that nothing is known about. */
  private Finding finding(List<Revocation> facts) {
    Finding passing = null;
    for (Revocation it : facts) {
      Finding problem = problem(it);
      if (problem != null && problem.reason() == Reason.SIGNER_REVOKED) {
        return problem;
      }
      passing = passing == null ? problem : passing;
    }
    return passing == null ? settled(facts) : passing;
  }

  private @Nullable Finding problem(Revocation fact) {
    return switch (fact) {
      case Revocation.Unlisted it ->
          policy.revocationRequired()
              ? failed(
                  Reason.REVOCATION_UNKNOWN,
                  Text.of("没有吊销列表", "there is no revocation list"),
                  it.issuer())
              : null;
      case Revocation.Clear it -> stale(it.list());
      case Revocation.Revoked it -> counts(it) ? revoked(it) : stale(it.list());
    };
  }

  private boolean counts(Revocation.Revoked it) {
    return it.reason() != CRLReason.REMOVE_FROM_CRL
        && (KEY_LOST.contains(it.reason()) || !it.at().isAfter(signedAt));
  }

  /** A suspended certificate may be released again, so that is no reason for good. */
  private Finding revoked(Revocation.Revoked it) {
    Reason reason =
        it.reason() == CRLReason.CERTIFICATE_HOLD
            ? Reason.REVOCATION_UNKNOWN
            : Reason.SIGNER_REVOKED;
    return failed(
        reason,
        Text.of(it.at() + "吊销，原因" + it.reason(), "revoked at " + it.at() + ", " + it.reason()),
        shown(it.list()));
  }

  private @Nullable Finding stale(ListFacts list) {
    if (!policy.revocationRequired() || !isStale(list)) {
      return null;
    }
    Text words = Text.of("吊销列表过旧：" + list.age(at), "the list is stale: " + list.age(at));
    return switch (policy.whenStale()) {
      case REJECT -> failed(Reason.REVOCATION_STALE, words, shown(list));
      case UNDECIDED -> failed(Reason.REVOCATION_UNKNOWN, words, shown(list));
      case ACCEPT -> null;
    };
  }

  private boolean isStale(ListFacts list) {
    Instant next = list.nextUpdate();
    return list.age(at).compareTo(policy.staleAfter()) > 0
        || (next != null && at.isAfter(next.plus(policy.clockSkew())));
  }

  private Finding settled(List<Revocation> facts) {
    StringBuilder looked = new StringBuilder();
    for (Revocation fact : facts) {
      switch (fact) {
        case Revocation.Unlisted it -> {}
        case Revocation.Clear it -> looked.append(shown(it.list())).append(' ');
        case Revocation.Revoked it -> looked.append(shown(it.list())).append(' ');
      }
    }
    return looked.isEmpty()
        ? Finding.skipped(
            Judgement.REVOCATION, "没有吊销列表，策略不要求 no list, and the policy asks for none")
        : Finding.passed(Judgement.REVOCATION, looked.toString().strip());
  }

  private String shown(ListFacts it) {
    return "CRL#"
        + (it.number() == null ? "-" : it.number())
        + " "
        + it.thisUpdate()
        + " age "
        + it.age(at);
  }

  private static Finding failed(Reason reason, Text words, String facts) {
    return Finding.failed(Judgement.REVOCATION, reason, words + " (" + facts + ")");
  }
}
