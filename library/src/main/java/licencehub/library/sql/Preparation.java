package licencehub.library.sql;

import static java.util.stream.Collectors.joining;

import licencehub.library.Entry;
import licencehub.library.Entry.Filing;
import licencehub.library.Entry.Rejection;
import licencehub.library.IndexKey;
import licencehub.library.KeyRing;
import licencehub.library.index.SearchTokens;
import licencehub.model.Digest;
import licencehub.model.Finding;
import licencehub.model.VerificationReport;
import licencehub.model.event.Event;
import licencehub.model.event.Statement;
import licencehub.model.event.Statement.CaseStep;
import licencehub.model.event.Statement.FollowUpStep;
import licencehub.model.event.Statement.JointStep;
import licencehub.model.event.Statement.LicenceContent;
import licencehub.model.event.Statement.LicenceExpiry;
import licencehub.model.event.Statement.LicenceStatusChange;
import licencehub.model.event.Statement.LicenceUse;
import licencehub.model.event.Statement.UseObtained;
import licencehub.model.event.Statement.UseRecall;
import licencehub.model.ledger.LedgerEntry;
import org.jspecify.annotations.Nullable;

/** Computes digests and keyed hashes, and encrypts, on the callers' threads. */
final class Preparation {
  private final KeyRing keys;

  Preparation(KeyRing keys) {
    this.keys = keys;
  }

  Prepared prepare(Entry entry) {
    Digest original = Digest.of(entry.original().bytes());
    return switch (entry) {
      case Rejection it -> new Prepared.Refused(it, original);
      case Filing it -> filed(it, original);
    };
  }

  Prepared.Filed prepare(Filing filing) {
    return filed(filing, Digest.of(filing.original().bytes()));
  }

  private Prepared.Filed filed(Filing filing, Digest original) {
    Event event = filing.event();
    LedgerEntry ledger =
        new LedgerEntry(
            event.source(),
            event.id(),
            event.type(),
            event.version(),
            original,
            Digest.of(filing.document()),
            Times.whole(filing.original().receivedAt()));
    String report = summary(filing.report());
    return new Prepared.Filed(
        filing,
        ledger,
        subject(event.statement()),
        report,
        EventCipher.encrypt(filing, report, keys.currentData()),
        event.statement() instanceof LicenceContent it ? words(it) : null);
  }

  private Prepared.Filed.Words words(LicenceContent content) {
    IndexKey key = keys.currentIndex();
    return new Prepared.Filed.Words(key.id(), String.join(" ", new SearchTokens(key).of(content)));
  }

  private static String subject(Statement statement) {
    return switch (statement) {
      case LicenceContent it -> it.identifier().toString();
      case LicenceStatusChange it -> it.identifier().toString();
      case CaseStep it -> it.caseNumber().text();
      case LicenceUse it -> it.code().text();
      case UseRecall it -> it.code().text();
      case UseObtained it -> it.code().text();
      case LicenceExpiry it -> it.licence().toString();
      case FollowUpStep it -> it.number();
      case JointStep it -> it.joint().text();
    };
  }

  /** One line for the policy, one for each check. */
  private static @Nullable String summary(@Nullable VerificationReport report) {
    return report == null
        ? null
        : report.findings().stream()
            .map(Preparation::line)
            .collect(joining("\n", report.policy() + " " + report.at() + "\n", ""));
  }

  private static String line(Finding finding) {
    String reason = finding.reason() == null ? "" : " " + finding.reason().code();
    return finding.check() + " " + finding.result() + reason + " " + finding.detail();
  }
}
