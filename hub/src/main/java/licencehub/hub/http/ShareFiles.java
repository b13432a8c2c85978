package licencehub.hub.http;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import licencehub.hub.http.ShareDoor.Visit;
import licencehub.hub.previews.Preview;
import licencehub.hub.share.ShareFile;
import licencehub.hub.share.ShareRefusal;
import licencehub.hub.share.ShareStatus;
import licencehub.library.Access.LookupReason;
import licencehub.model.Unavailable;
import licencehub.model.Verdict;
import licencehub.model.code.LicenceIdentifier;
import licencehub.model.code.LicenceTypeCode;
import licencehub.routes.use.UseLook;
import licencehub.sharing.ChinaTime;
import licencehub.sharing.Licence;
import licencehub.sharing.comparison.CheckResult;
import licencehub.sharing.use.Use;
import licencehub.verification.FileExamination;
import licencehub.verification.FileExamination.Examined;

/** {@code downloadFile} and {@code verifyFile}: use copies, and files verified as everywhere. */
final class ShareFiles {
  private final FileServices files;
  private final KnownLicences licences;
  private final AccessRecords accesses;
  private final ShareUses uses;
  private final UseCopies copies;
  private final UsePreviews previews;

  ShareFiles(
      FileServices files,
      KnownLicences licences,
      AccessRecords accesses,
      ShareUses uses,
      UseCopies copies,
      UsePreviews previews) {
    this.files = files;
    this.licences = licences;
    this.accesses = accesses;
    this.uses = uses;
    this.copies = copies;
    this.previews = previews;
  }

  /** The use copy 加注件, never the file it was made from. */
  Answer download(Visit visit) {
    boolean isPicture =
        switch (visit.request().need("fileType")) {
          case "ofd" -> false;
          case "png" -> true;
          default -> throw new ShareRefusal(ShareStatus.PARAMETER_WRONG, "fileType");
        };
    LicenceIdentifier wanted = visit.request().identifier("certificateIdentifier");
    if (licences.type(wanted.type()).isEmpty()) {
      throw new ShareRefusal(ShareStatus.TYPE_UNPUBLISHED);
    }
    Instant until = until(visit);
    return uses.copy(
        visit,
        wanted,
        (look, use) -> {
          byte[] copy = copy(visit, look, use, until);
          return content(use, isPicture ? picture(copy) : copy);
        });
  }

  private byte[] copy(Visit visit, UseLook.Clear look, Use use, Instant until) {
    Instant end = until.isBefore(use.expires()) ? until : use.expires();
    return copies.file(visit.call().caller(), visit.reason(), look, visit.call().at(), end);
  }

  /** What the copy's face looks like: its first page. */
  private byte[] picture(byte[] copy) {
    return switch (previews.of(copy, 1)) {
      case Preview.Made it -> it.png();
      case Preview.NoSuchPage it -> throw new ShareRefusal(ShareStatus.TEMPLATE_WRONG);
      case Preview.Failed it -> throw new ShareRefusal(ShareStatus.TEMPLATE_WRONG);
      case Preview.Crowded it -> throw new Unavailable("预览 preview", "too many at once");
    };
  }

  private static Answer content(Use use, byte[] content) {
    return ShareDoor.reply(
        ShareStatus.SUCCESS,
        json -> {
          json.writeStartObject();
          json.writeStringProperty("contentType", "base64");
          json.writeStringProperty("certIdentifier", use.licence().toString());
          json.writeStringProperty("useCode", use.code().text());
          json.writeStringProperty("content", Base64.getEncoder().encodeToString(content));
          json.writeEndObject();
        });
  }

  /** When the copy is to end: a day, or a moment; a use that ends sooner ends it sooner. */
  private static Instant until(Visit visit) {
    String text = visit.request().find("certificateCopyExpiringTime").orElse("");
    if (text.isEmpty()) {
      return Instant.MAX;
    }
    try {
      Instant until =
          text.length() > "2026-11-22".length()
              ? moment(text)
              : ChinaTime.startOf(LocalDate.parse(text).plusDays(1));
      if (until.isAfter(visit.call().at())) {
        return until;
      }
    } catch (DateTimeException e) {
      // said below, as a time that is past is
    }
    throw new ShareRefusal(ShareStatus.PARAMETER_WRONG, "certificateCopyExpiringTime");
  }

  /** With an offset, or as a time in China. */
  private static Instant moment(String text) {
    String iso = text.replace(' ', 'T');
    return OffsetDateTime.parse(iso.matches(".*(Z|[+-]\\d{2}:\\d{2})") ? iso : iso + "+08:00")
        .toInstant();
  }

  /** The file in the content, by its seals and against the record. */
  Answer verify(Visit visit, ShareFile file) throws IOException {
    LicenceTypeCode type = visit.request().needType();
    if (licences.type(type).isEmpty()) {
      throw new ShareRefusal(ShareStatus.TYPE_UNPUBLISHED);
    }
    return switch (files.verifier().verify(file.path(), visit.call().at())) {
      case FileExamination.Unreadable it -> ShareChecks.result(CheckResult.INCOMPLETE);
      case Examined it ->
          switch (it.report().verdict()) {
            case Verdict.Rejected no -> ShareChecks.result(CheckResult.PARTLY_WRONG);
            case Verdict.Undecided no -> ShareChecks.result(CheckResult.INCOMPLETE);
            case Verdict.Trusted yes -> compared(visit, type, it);
          };
    };
  }

  private Answer compared(Visit visit, LicenceTypeCode type, Examined file) {
    Optional<Licence> licence = licences.namedIn(file.metadata().entries(), visit.call().at());
    if (licence.isEmpty()) {
      return ShareChecks.result(CheckResult.NOT_FOUND);
    }
    log(visit.call(), visit.reason(), licence.get());
    boolean agrees =
        licence.get().identifier().type().equals(type)
            && licences
                .compare(licence.get(), file.metadata().entries())
                .contradictions()
                .isEmpty();
    return ShareChecks.result(
        agrees
            ? CheckResult.of(licence.get().standingOn(ChinaTime.dayOf(visit.call().at())))
            : CheckResult.PARTLY_WRONG);
  }

  private void log(Call call, LookupReason reason, Licence licence) {
    AccessRecords.written(
        accesses.write(
            call, reason, "verifications.file", List.of(licence.identifier().toString()), "found"),
        new Answer.Refusal(ProblemType.UNAVAILABLE));
  }
}
