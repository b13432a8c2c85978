package licencehub.hub.http;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import licencehub.hub.access.Role;
import licencehub.hub.files.FileWords;
import licencehub.hub.files.Scratch.Received;
import licencehub.library.Access;
import licencehub.library.Access.LookupReason;
import licencehub.model.Verdict;
import licencehub.sharing.Licence;
import licencehub.sharing.comparison.FileComparison;
import licencehub.verification.FileExamination;
import licencehub.verification.FileExamination.Examined;
import licencehub.verification.SignerKey;
import tools.jackson.core.JsonGenerator;

/**
 * Verifies a licence file somebody holds: for approvers with a reason, and for everybody without.
 * Claimed fields without a file are compared for approvers alone.
 */
final class VerificationEndpoints {
  private static final String ACTION = "verifications.file";
  private static final LookupReason PUBLIC =
      new LookupReason("-", "-", "公众核验证照文件", Role.PUBLIC.wire());

  private final FileServices files;
  private final KnownLicences licences;
  private final ComparisonEndpoints comparisons;
  private final AccessRecords accesses;
  private final RateLimits limits;
  private final MeterRegistry metrics;

  VerificationEndpoints(
      FileServices files,
      KnownLicences licences,
      ComparisonEndpoints comparisons,
      AccessRecords accesses,
      RateLimits limits,
      MeterRegistry metrics) {
    this.files = files;
    this.licences = licences;
    this.comparisons = comparisons;
    this.accesses = accesses;
    this.limits = limits;
    this.metrics = metrics;
  }

  /** The report on the file in the body; the file itself is not kept. */
  Answer verify(Call call) throws IOException {
    if (call.caller().role() == Role.APPROVER) {
      if (call.mediaType().equals(Json.MEDIA_TYPE)) {
        return comparisons.compare(call);
      }
      return switch (LookupReasons.of(call)) {
        case LookupReasons.Missing it -> it.refusal();
        case LookupReasons.Given(LookupReason reason) -> received(call, reason);
      };
    }
    Optional<Duration> wait = limits.file(call.incoming().address());
    return wait.isPresent()
        ? Gate.later(
            ProblemType.TOO_MANY_REQUESTS, ProblemType.TOO_MANY_REQUESTS.remedy(), wait.get())
        : received(call, PUBLIC);
  }

  /** The root certificate of the hub's own seal, for whoever is to trust its use copies. */
  Answer anchor(Call call) {
    byte[] pem = SignerKey.pem(List.of(files.anchor()));
    return new Answer.Document(200, "application/x-pem-file", pem, Map.of());
  }

  private Answer received(Call call, LookupReason reason) throws IOException {
    Optional<Answer> foreign = FileBody.foreign(call);
    return foreign.isPresent()
        ? foreign.get()
        : FileBody.received(call, files.scratch(), it -> verified(call, reason, it));
  }

  private Answer verified(Call call, LookupReason reason, Received.Whole file) {
    FileExamination examination = files.verifier().verify(file.path(), call.at());
    String verdict = FileWords.code(examination.report());
    metrics.counter("licencehub.files.verified", "verdict", verdict).increment();
    return switch (examination) {
      case FileExamination.Unreadable it ->
          new Answer.Refusal(ProblemType.FILE_UNREADABLE, FileBody.detail(it.fault()));
      case Examined it -> {
        Optional<Licence> licence = licence(call, it);
        Answer answer = Json.answer(json -> answer(json, call, it, file.bytes(), licence));
        yield licence.isPresent()
            ? AccessRecords.written(logged(call, reason, it, licence.get()), answer)
            : answer;
      }
    };
  }

  /**
   * The licence the file is about. What an untrusted file says may be a guess: it is compared for
   * organisations alone, while they have guesses left. Otherwise anybody could find out a holder's
   * number in files of their own making.
   */
  private Optional<Licence> licence(Call call, Examined file) {
    Optional<Licence> licence = licences.namedIn(file.metadata().entries(), call.at());
    return isTrusted(file) ? licence : licence.filter(it -> comparisons.mayGuess(call, it));
  }

  private static boolean isTrusted(Examined file) {
    return file.report().verdict() instanceof Verdict.Trusted;
  }

  private CompletableFuture<Void> logged(
      Call call, LookupReason reason, Examined file, Licence licence) {
    boolean guessedWrong =
        !isTrusted(file)
            && !licences.compare(licence, file.metadata().entries()).contradictions().isEmpty();
    return accesses.write(
        call,
        reason,
        ACTION,
        List.of(licence.identifier().toString()),
        guessedWrong ? Access.DIFFERENT : "found");
  }

  private void answer(
      JsonGenerator json, Call call, Examined file, long bytes, Optional<Licence> licence) {
    json.writeStartObject();
    VerificationJson.report(json, file, bytes);
    VerificationJson.copy(json, file.metadata(), call.at());
    if (licence.isPresent()) {
      FileComparison compared = licences.compare(licence.get(), file.metadata().entries());
      VerificationJson.licence(json, licence.get(), compared, call.at());
    }
    json.writeEndObject();
  }
}
