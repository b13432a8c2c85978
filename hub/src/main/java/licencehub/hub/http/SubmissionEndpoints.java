package licencehub.hub.http;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import licencehub.connectors.PushSource;
import licencehub.connectors.RawRecord;
import licencehub.library.Submissions;
import licencehub.model.Text;
import licencehub.model.Unavailable;
import licencehub.model.code.SourceId;
import licencehub.model.submission.Outcome;
import licencehub.routes.Source;
import licencehub.routes.trace.Traces;
import tools.jackson.core.JsonGenerator;

/** Takes submissions in and tells what became of them. */
final class SubmissionEndpoints {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final SubmissionReader reader;
  private final Submissions submissions;
  private final Ownership ownership;

  SubmissionEndpoints(SubmissionReader reader, Submissions submissions, Ownership ownership) {
    this.reader = reader;
    this.submissions = submissions;
    this.ownership = ownership;
  }

  /** One envelope, or many: answers when every one of them is on disk. */
  Answer submit(Call call) throws IOException {
    return switch (SourceChoice.of(call, ownership)) {
      case SourceChoice.Refused it -> it.refusal();
      case SourceChoice.Chosen it -> submitted(call, it.source());
    };
  }

  private Answer submitted(Call call, Source source) throws IOException {
    Optional<PushSource> push = source.push();
    return push.isEmpty()
        ? new Answer.Refusal(ProblemType.SOURCE_NOT_PUSHED)
        : switch (reader.read(call)) {
          case SubmissionReader.Read.Refused it -> new Answer.Refusal(it.type(), it.detail());
          case SubmissionReader.Read.Crowded it -> full();
          case SubmissionReader.Read.Records it -> offered(source.id(), push.get(), it.records());
        };
  }

  /** What became of one submission. */
  Answer find(Call call) {
    SourceId source = new SourceId(call.path("source"));
    String id = call.path("id");
    if (!ownership.sees(call.caller(), source)) {
      return new Answer.Refusal(ProblemType.SOURCE_NOT_YOURS);
    }
    Optional<Outcome> outcome = submissions.find(source, id);
    return outcome.isEmpty()
        ? new Answer.Refusal(ProblemType.NOT_FOUND)
        : Json.answer(json -> OutcomeWriter.write(json, source, id, outcome.get()));
  }

  private static Answer offered(SourceId source, PushSource push, List<RawRecord> records) {
    return switch (push.offer(RawRecord.traced(records, Traces.here()))) {
      case PushSource.Offer.Taken it -> {
        List<Outcome> outcomes = settled(source, it.outcomes());
        yield new Answer.Stream(200, Json.MEDIA_TYPE, out -> write(out, source, outcomes));
      }
      case PushSource.Offer.TooLarge it ->
          new Answer.Refusal(ProblemType.BODY_TOO_LARGE, most(it.capacity()));
      case PushSource.Offer.Full it -> full();
    };
  }

  private static Answer full() {
    return Gate.later(
        ProblemType.INTAKE_FULL, ProblemType.INTAKE_FULL.remedy(), Duration.ofSeconds(1));
  }

  private static List<Outcome> settled(SourceId source, CompletableFuture<List<Outcome>> outcomes) {
    try {
      return outcomes.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Unavailable cause) {
        throw cause;
      }
      throw new IllegalStateException("a submission to " + source + " failed", e);
    } catch (TimeoutException e) {
      throw new Unavailable(source.text(), "一分钟内未入库 not filed within a minute", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unavailable(source.text(), "枢纽正在停止 the hub is stopping", e);
    }
  }

  private static void write(java.io.OutputStream out, SourceId source, List<Outcome> outcomes) {
    try (JsonGenerator json = Json.MAPPER.createGenerator(out)) {
      json.writeStartArray();
      outcomes.forEach(it -> OutcomeWriter.write(json, source, OutcomeWriter.id(it), it));
      json.writeEndArray();
    }
  }

  private static Text most(int capacity) {
    return Text.of(
        "该来源每批至多" + capacity + "件。", "The source takes " + capacity + " envelopes at a time.");
  }
}
