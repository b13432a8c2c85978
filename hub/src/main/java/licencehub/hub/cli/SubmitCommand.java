package licencehub.hub.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import licencehub.model.Text;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
    name = "submit",
    description = {
      "报送签名信封：.ndjson/.jsonl 每行一件，.json .p7m .jws 等每个文件一件",
      "Submit signed envelopes: one a line in .ndjson or .jsonl, else one a file (.json .p7m .jws)"
    })
final class SubmitCommand implements Callable<Integer> {
  private static final String PATH = "/api/v1/submissions";
  private final Surroundings surroundings;
  @Mixin private Talk talk = new Talk();
  @Mixin private final ServerOption server;
  @Mixin private OutputOption output = new OutputOption();

  @Option(
      names = "--source",
      paramLabel = "ID",
      description = {
        "来源标识；部门有多个来源时必填",
        "source id; needed when the department has several sources"
      })
  private @Nullable String source;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = {"要报送的文件", "files to submit"})
  private List<Path> files = new ArrayList<>();

  private long quarantined;
  private long done;

  SubmitCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.server = new ServerOption(surroundings);
  }

  @Override
  public Integer call() {
    HubClient client = server.client();
    List<EnvelopeFile> envelopes = files.stream().map(EnvelopeFile::of).toList();
    long total = envelopes.stream().mapToLong(EnvelopeFile::count).sum();
    Progress progress = new Progress(talk.err(), surroundings.clock(), talk.isTerminal());
    for (EnvelopeFile file : envelopes) {
      file.batches(
          batch -> {
            JsonNode outcomes = client.post(PATH, batch.bytes(), headers(file));
            report(file, batch, outcomes);
            progress.at(done, total);
          });
    }
    talk.out().flush();
    talk.say(
        Text.of(
            "共" + done + "件，其中隔离" + quarantined + "件。",
            done + " sent, " + quarantined + " quarantined."));
    return (quarantined > 0 ? Exit.PARTLY : Exit.OK).code();
  }

  private Map<String, String> headers(EnvelopeFile file) {
    Map<String, String> headers = new HashMap<>();
    headers.put("Content-Type", file.mediaType());
    if (source != null) {
      headers.put("Licencehub-Source", source);
    }
    return headers;
  }

  private void report(EnvelopeFile file, EnvelopeFile.Batch batch, JsonNode outcomes) {
    for (int i = 0; i < outcomes.size(); i++) {
      JsonNode outcome = outcomes.get(i);
      done++;
      if (outcome.has("quarantine")) {
        quarantined++;
      }
      String place = file.file() + "#" + batch.lines().get(i);
      talk.out().println(output.isJson() ? outcome.toString() : line(place, outcome));
    }
  }

  /** Place, outcome, sender's number; for what was set aside its entry and the reason. */
  private static String line(String place, JsonNode outcome) {
    String rest =
        outcome.has("quarantine")
            ? outcome.path("quarantine").asString()
                + "\t"
                + outcome.path("faults").path(0).path("code").asString("")
            : outcome.path("id").asString("");
    return place + "\t" + outcome.path("outcome").asString() + "\t" + rest;
  }
}
