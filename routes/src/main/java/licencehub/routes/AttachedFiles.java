package licencehub.routes;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import licencehub.library.FileStore;
import licencehub.library.FileStore.DamagedContent;
import licencehub.model.Fault;
import licencehub.model.Finding;
import licencehub.model.Reason;
import licencehub.model.Text;
import licencehub.model.Unavailable;
import licencehub.model.Verdict;
import licencehub.model.event.Event;
import licencehub.model.event.FileReference;
import licencehub.model.event.Statement.CaseStep;
import licencehub.model.event.Statement.LicenceContent;
import licencehub.routes.use.StatedLicence;
import licencehub.sharing.Licence;
import licencehub.sharing.comparison.FileComparison;
import licencehub.sharing.directory.Directory;
import licencehub.verification.FileExamination;
import licencehub.verification.FileExamination.Examined;

/**
 * Holds the file a licence refers to against the record: it is there, trusted, sealed by the
 * source, and says the same (GB/T 36905). It is verified again each time, for what made it trusted
 * when it came may have ended since.
 */
public final class AttachedFiles {
  private static final String PLACE = "/data/file";
  private static final Text ABSENT =
      Text.of(
          "请用 POST /api/v1/files 报送文件；枢纽会自动重试",
          "send it by POST /api/v1/files; the hub tries again");
  private static final Text MATERIAL_ABSENT =
      Text.of(
          "请用 POST /api/v1/materials 报送文件；枢纽会自动重试",
          "send the files by POST /api/v1/materials; the hub tries again");
  private static final Text FOREIGN =
      Text.of(
          "签章证书不在该来源的 signers 中；请由该部门的印章签章，或在部门文件中登记",
          "no certificate it is sealed with is among the source's signers; seal it with the"
              + " department's own, or list it in the department file");

  private final FileStore store;
  private final Supplier<Directory> directory;
  private final Supplier<Path> fresh;

  /**
   * @param fresh makes an empty file to write to for a while
   */
  public AttachedFiles(FileStore store, Supplier<Directory> directory, Supplier<Path> fresh) {
    this.store = store;
    this.directory = directory;
    this.fresh = fresh;
  }

  /** What is against the file the event refers to; nothing where it refers to none. */
  List<Fault> objections(SourceRules rules, Event event, byte[] document, Instant at) {
    if (event.statement() instanceof CaseStep step) {
      return event.source().isPeers() ? List.of() : materials(step);
    }
    if (!(event.statement() instanceof LicenceContent content) || content.file() == null) {
      return List.of();
    }
    FileReference reference = content.file();
    Optional<InputStream> stored = store.open(reference.digest());
    if (stored.isEmpty()) {
      return List.of(Fault.at(PLACE, Reason.FILE_ABSENT, ABSENT));
    }
    Path copy = fresh.get();
    try (InputStream in = stored.get()) {
      Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
      return Files.size(copy) == reference.size()
          ? examined(rules, rules.files().verify(copy, at), content, document)
          : List.of(different("/size", "字节数", "the size"));
    } catch (DamagedContent e) {
      return List.of(Fault.at(PLACE, Reason.FILE_ABSENT, ABSENT));
    } catch (IOException e) {
      throw new Unavailable("证照文件 licence file", e.toString(), e);
    } finally {
      remove(copy);
    }
  }

  /** Files of materials have to be there, and stay from now on; other hubs keep theirs. */
  private List<Fault> materials(CaseStep step) {
    return step.files().stream().allMatch(it -> store.refer(it.digest()))
        ? List.of()
        : List.of(Fault.at("/data/materials", Reason.FILE_ABSENT, MATERIAL_ABSENT));
  }

  private List<Fault> examined(
      SourceRules rules, FileExamination examination, LicenceContent content, byte[] document) {
    return switch (examination) {
      case FileExamination.Unreadable(Fault fault, var report) ->
          List.of(Fault.at(PLACE, fault.reason(), fault.detail()));
      case Examined it ->
          switch (it.report().verdict()) {
            case Verdict.Rejected(Finding finding) -> List.of(fault(finding));
            case Verdict.Undecided(Finding finding) -> List.of(fault(finding));
            case Verdict.Trusted trusted -> trusted(rules, it, content, document);
          };
    };
  }

  private List<Fault> trusted(
      SourceRules rules, Examined file, LicenceContent content, byte[] document) {
    if (Collections.disjoint(rules.signers(), file.signers())) {
      return List.of(Fault.at(PLACE, Reason.SIGNER_NOT_ALLOWED, FOREIGN));
    }
    List<Fault> faults = new ArrayList<>();
    FileReference reference = content.file();
    if (reference != null && !reference.mediaType().equals(file.type().mediaType())) {
      faults.add(different("/mediaType", "文件类型", "the media type"));
    }
    Licence stated = StatedLicence.of(content, document, file.report().at());
    FileComparison compared =
        FileComparison.of(
            stated,
            directory.get().type(content.identifier().type()).orElse(null),
            file.metadata().entries());
    compared.contradictions().forEach(it -> faults.add(different("", it, it)));
    if (faults.isEmpty() && !compared.namesTheLicence()) {
      faults.add(different("", "证照标识或证照编号（文件中没有）", "the identifier or number, which it lacks"));
    }
    return faults.isEmpty() ? referred(content) : faults;
  }

  /** From here on the file stays, whatever becomes of the event. */
  private List<Fault> referred(LicenceContent content) {
    FileReference reference = content.file();
    return reference == null || store.refer(reference.digest())
        ? List.of()
        : List.of(Fault.at(PLACE, Reason.FILE_ABSENT, ABSENT));
  }

  private static Fault fault(Finding finding) {
    Reason reason = finding.reason() == null ? Reason.INTERNAL_FAULT : finding.reason();
    String detail = finding.check() + "：" + finding.detail();
    return Fault.at(PLACE, reason, Text.of(detail, detail));
  }

  /** Names what differs, and neither value. */
  private static Fault different(String below, String zh, String en) {
    return Fault.at(
        PLACE + below, Reason.FILE_DIFFERENT, Text.of("不一致的是：" + zh, "what is different: " + en));
  }

  private static void remove(Path copy) {
    try {
      Files.deleteIfExists(copy);
    } catch (IOException e) {
      throw new Unavailable("证照文件 licence file", e.toString(), e);
    }
  }
}
