package licencehub.hub.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import licencehub.hub.evidence.BundleFile;
import licencehub.hub.evidence.BundleLayout;
import licencehub.model.Finding;
import licencehub.model.MalformedValue;
import licencehub.model.Text;
import licencehub.model.Verdict;
import licencehub.model.VerificationReport;
import licencehub.verification.Envelope;
import licencehub.verification.SignatureVerifier;
import licencehub.verification.SignatureVerifiers;

/**
 * Verifies again what the hub verified when the submission came, as of that moment, by the
 * certificates and lists the bundle brings along.
 */
final class BundleSignatures {
  private final Optional<List<X509Certificate>> roots;
  private final Talk talk;
  private final Marks marks;

  BundleSignatures(Optional<List<X509Certificate>> roots, Talk talk) {
    this.roots = roots;
    this.talk = talk;
    this.marks = new Marks(talk);
  }

  /** Whether signatures and the licence file are right, as far as there are any. */
  boolean pass(BundleFile bundle, byte[] event) throws IOException {
    if (!bundle.has(BundleLayout.REPORT)) {
      marks.skip(CHANNEL);
      return true;
    }
    String report = new String(bundle.bytes(BundleLayout.REPORT), UTF_8);
    boolean sound = marks.say(!report.contains(" FAILED "), REPORT, FAILED);
    if (!bundle.has(BundleLayout.CERTIFICATES)) {
      marks.skip(NO_CERTIFICATES);
      boolean filed = new BundledFile(Optional.empty(), talk).passes(bundle, event);
      return sound && filed;
    }
    BundleTrust trust = BundleTrust.of(bundle, moment(report));
    sound &= trust.isRooted(roots, marks);
    sound &= envelope(bundle, event, trust);
    boolean filed = new BundledFile(Optional.of(trust.with(roots)), talk).passes(bundle, event);
    return sound && filed;
  }

  private static Instant moment(String report) {
    String first = report.lines().findFirst().orElse("");
    try {
      return Instant.parse(first.substring(first.lastIndexOf(' ') + 1));
    } catch (DateTimeException e) {
      throw MalformedValue.hidden(
          Text.of("核验报告", "verification report"),
          Text.of("首行应为策略和时刻", "must begin with policy and moment"),
          "standard 2026-03-02T01:30:00Z");
    }
  }

  private boolean envelope(BundleFile bundle, byte[] event, BundleTrust trust) throws IOException {
    SignatureVerifier verifier =
        SignatureVerifiers.of(BundleTrust.POLICY, trust.trust(), trust.lists());
    return switch (verifier.open(bundle.bytes(BundleLayout.ORIGINAL))) {
      case Envelope.Unreadable it -> marks.say(false, NO_ENVELOPE);
      case Envelope.Opened it -> {
        boolean same = marks.say(Arrays.equals(it.payload(), event), PAYLOAD, OTHER_PAYLOAD);
        boolean fits = judged(verifier.examine(it, trust.at()).report());
        yield same && fits;
      }
    };
  }

  private boolean judged(VerificationReport report) {
    return switch (report.verdict()) {
      case Verdict.Trusted it ->
          marks.say(
              true,
              Text.of(
                  "按 " + report.at() + " 重新验签，成立",
                  "the signature verifies again as of " + report.at()));
      case Verdict.Rejected(Finding finding) -> marks.say(false, refused(finding));
      case Verdict.Undecided(Finding finding) -> marks.say(false, refused(finding));
    };
  }

  private static Text refused(Finding finding) {
    Text why = finding.reason() == null ? Text.of("未知", "unknown") : finding.reason().text();
    return Text.of("重新验签不成立：" + why.zh(), "the signature does not verify again: " + why.en());
  }

  private static final Text CHANNEL =
      Text.of(
          "没有签名：来源按通道信任，或是枢纽自身的行为；以账本为准",
          "nobody signed it: its source is trusted by its channel, or it is the hub's own act; the"
              + " ledger speaks for it");
  private static final Text REPORT =
      Text.of("当时的核验报告没有不通过的项", "the report of that time has no failed check");
  private static final Text FAILED =
      Text.of("当时的核验报告有不通过的项", "the report of that time has a failed check");
  private static final Text NO_CERTIFICATES =
      Text.of(
          "没有附证书（签名在表格列中，或来源已不在配置里）：签名只有当时的报告为证",
          "no certificates in it (the signature stood in columns of a table, or the source is no"
              + " longer configured): of the signature there is the report alone");
  private static final Text PAYLOAD =
      Text.of("信封所签正是规范事件", "what the envelope signs is the canonical event");
  private static final Text OTHER_PAYLOAD =
      Text.of("信封所签不是规范事件", "what the envelope signs is not the canonical event");
  private static final Text NO_ENVELOPE = Text.of("原文不是信封", "the original is no envelope");
}
