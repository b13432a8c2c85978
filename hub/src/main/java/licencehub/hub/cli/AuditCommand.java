package licencehub.hub.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import licencehub.hub.audit.Audit;
import licencehub.hub.audit.AuditReport;
import licencehub.hub.audit.Discrepancy;
import licencehub.hub.config.ConfigFolder;
import licencehub.ledger.VerifierKey;
import licencehub.library.Archive;
import licencehub.model.Text;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "audit",
    description = {
      "审计：按账本重放库中一切，找出被改动、缺失或多出的行；枢纽可照常运行",
      "Audit: replay the ledger against the repository and find any altered, missing or added row;"
          + " the hub may go on running"
    })
final class AuditCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  @Mixin private Talk talk = new Talk();
  @Mixin private ConfigOption config = new ConfigOption();

  @Option(
      names = "--keys",
      paramLabel = "FILE",
      description = {
        "审计人自存的账本公钥（默认取枢纽数据目录中的密钥）",
        "the ledger's keys as the auditor keeps them (default: those of the hub's data folder)"
      })
  private @Nullable Path keys;

  @Option(
      names = "--checkpoint",
      paramLabel = "FILE",
      arity = "1..*",
      description = {
        "以前另存的检查点：账本即使整体重写也会露馅",
        "checkpoints kept elsewhere before: betray even a ledger rewritten as a whole"
      })
  private List<Path> checkpoints = new ArrayList<>();

  @Option(
      names = "--scratch",
      paramLabel = "DIR",
      description = {
        "重放用的目录，需与库同样大的空间，用后即删（默认系统临时目录）",
        "where to replay: needs as much room as the library, emptied afterwards (default: the"
            + " system's temporary folder)"
      })
  private @Nullable Path scratch;

  AuditCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    ConfigFolder folder = config.sound(talk.err());
    List<String> notes = new ArrayList<>();
    for (Path each : checkpoints) {
      notes.add(new String(InputFile.bytes(each), UTF_8));
    }
    Progress progress = new Progress(talk.err(), surroundings.clock(), talk.isTerminal());
    try (ReplayFolder place = ReplayFolder.in(scratch)) {
      AuditReport report =
          surroundings
              .launcher()
              .audit(folder, new Audit(keys(folder), notes), place.folder(), progress::at);
      show(report);
      return (report.isSound() ? Exit.OK : Exit.NEGATIVE).code();
    }
  }

  private List<VerifierKey> keys(ConfigFolder folder) {
    return keys == null
        ? surroundings.launcher().ledgerKeys(folder)
        : LedgerKeys.read(keys.toString(), InputFile.bytes(keys));
  }

  private void show(AuditReport report) {
    Table parts = new Table("部分 PART", "行数 ROWS");
    parts.row("账本 ledger", report.entries());
    for (Archive.Part part : Archive.Part.values()) {
      parts.row(part.text(), report.rows().getOrDefault(part, 0L));
    }
    parts.print(talk.out());
    for (Discrepancy each : report.discrepancies()) {
      talk.out()
          .println(
              talk.red("  ✗ ") + each.kind().text() + "  " + each.place() + "  " + each.what());
    }
    long more = report.found() - report.discrepancies().size();
    if (more > 0) {
      talk.out().println(Text.of("另有" + more + "处", "and " + more + " more"));
    }
    talk.out()
        .println(
            report.isSound() ? talk.green("  ✓ ") + SOUND : talk.red("  ✗ ") + unsound(report));
    talk.out().flush();
  }

  private static final Text SOUND =
      Text.of("库中一切都由已签名账本中的事件得出", "everything follows from the events of the signed ledger");

  private static Text unsound(AuditReport report) {
    return Text.of(
        "共" + report.found() + "处不符；请保全现场，与备份及对方回执核对",
        report.found() + " found; keep everything as it is, compare with backups and receipts");
  }
}
