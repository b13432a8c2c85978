package licencehub.hub.http;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import licencehub.hub.files.Scratch;
import licencehub.hub.files.Scratch.Received;
import licencehub.library.FileStore;
import licencehub.library.FileStore.Put;
import licencehub.model.Finding;
import licencehub.model.Reason;
import licencehub.model.Verdict;
import licencehub.routes.Source;
import licencehub.verification.FileExamination;
import licencehub.verification.FileExamination.Examined;

/**
 * Takes in the files of licences, before the events that refer to them. What a department's policy
 * does not trust, and what another has sealed, is not kept.
 */
final class FileEndpoints {
  private static final int CREATED = 201;
  private static final int REFUSED = 422;

  private final FileStore store;
  private final Scratch scratch;
  private final Ownership ownership;
  private final MeterRegistry metrics;

  FileEndpoints(FileStore store, Scratch scratch, Ownership ownership, MeterRegistry metrics) {
    this.store = store;
    this.scratch = scratch;
    this.ownership = ownership;
    this.metrics = metrics;
  }

  /** Answers the digest to refer to it by, once it is on disk. */
  Answer send(Call call) throws IOException {
    Optional<Answer> foreign = FileBody.foreign(call);
    if (foreign.isPresent()) {
      return foreign.get();
    }
    return switch (SourceChoice.of(call, ownership)) {
      case SourceChoice.Refused it -> it.refusal();
      case SourceChoice.Chosen it ->
          FileBody.received(call, scratch, file -> judged(call, it.source(), file));
    };
  }

  private Answer judged(Call call, Source source, Received.Whole file) throws IOException {
    return switch (source.rules().files().verify(file.path(), call.at())) {
      case FileExamination.Unreadable it -> {
        count(source, "refused");
        yield new Answer.Refusal(ProblemType.FILE_UNREADABLE, FileBody.detail(it.fault()));
      }
      case Examined it -> {
        Optional<Reason> objection = objection(source, it);
        if (objection.isEmpty()) {
          keep(file);
        }
        count(source, objection.isEmpty() ? "stored" : "refused");
        yield answer(it, file.bytes(), objection);
      }
    };
  }

  private void keep(Received.Whole file) throws IOException {
    try (InputStream content = Files.newInputStream(file.path())) {
      switch (store.put(content, file.bytes())) {
        case Put.Kept it -> {}
        case Put.TooLarge it -> throw new IllegalStateException("a file grew while it was kept");
      }
    }
  }

  private static Optional<Reason> objection(Source source, Examined file) {
    return switch (file.report().verdict()) {
      case Verdict.Rejected(Finding finding) -> Optional.ofNullable(finding.reason());
      case Verdict.Undecided(Finding finding) -> Optional.ofNullable(finding.reason());
      case Verdict.Trusted it ->
          Collections.disjoint(source.rules().signers(), file.signers())
              ? Optional.of(Reason.SIGNER_NOT_ALLOWED)
              : Optional.empty();
    };
  }

  private static Answer answer(Examined file, long bytes, Optional<Reason> objection) {
    byte[] body =
        Json.bytes(
            json -> {
              json.writeStartObject();
              json.writeStringProperty("outcome", objection.isEmpty() ? "stored" : "refused");
              objection.ifPresent(
                  it -> {
                    json.writeStringProperty("code", it.code());
                    json.writeBooleanProperty("final", it.isFinal());
                    Json.text(json, "message", it.text());
                  });
              VerificationJson.report(json, file, bytes);
              json.writeEndObject();
            });
    int status = objection.isEmpty() ? CREATED : REFUSED;
    return new Answer.Document(status, Json.MEDIA_TYPE, body, Map.of());
  }

  private void count(Source source, String outcome) {
    metrics
        .counter("licencehub.files.received", "source", source.id().text(), "outcome", outcome)
        .increment();
  }
}
