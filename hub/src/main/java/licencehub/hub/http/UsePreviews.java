package licencehub.hub.http;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import licencehub.hub.previews.Preview;
import licencehub.library.Access.LookupReason;
import licencehub.library.FileStore;
import licencehub.library.HistoryEntry;
import licencehub.library.LicenceRecord;
import licencehub.library.LicenceRepository;
import licencehub.model.Digest;
import licencehub.model.MalformedValue;
import licencehub.model.Text;
import licencehub.model.Unavailable;
import licencehub.model.Verdict;
import licencehub.model.code.LicenceIdentifier;
import licencehub.routes.use.UseLook;
import licencehub.verification.FileExamination;
import tools.jackson.databind.JsonNode;

/** Pages of the use copy, or of the licence's own file, as pictures. */
final class UsePreviews {
  private static final String PNG = "image/png";
  private static final int MOST_PAGES = 1000;
  private static final String WAIT = "5";

  private final UseCopies copies;
  private final FileServices files;
  private final LicenceRepository licences;
  private final FileStore store;
  private final MeterRegistry metrics;

  UsePreviews(
      UseCopies copies,
      FileServices files,
      LicenceRepository licences,
      FileStore store,
      MeterRegistry metrics) {
    this.copies = copies;
    this.files = files;
    this.licences = licences;
    this.store = store;
    this.metrics = metrics;
  }

  /**
   * A page of a use copy.
   *
   * @param page from 1
   */
  Preview of(byte[] copy, int page) {
    return inScratch(
        file -> {
          Files.write(file, copy);
          return drawn(file, page, "");
        });
  }

  Answer of(Call call, LookupReason reason, UseLook.Clear look) {
    int page = (int) call.query("page", 1, 1, MOST_PAGES);
    String of = call.query("of").orElse("copy");
    return switch (of) {
      case "copy" ->
          answered(
              of(copies.file(call.caller(), reason, look, call.at(), look.use().expires()), page),
              page);
      case "licence" -> {
        String watermark = copies.watermark(call.caller(), reason);
        yield inScratch(file -> licence(call, look, file, page, watermark));
      }
      default ->
          throw MalformedValue.of(
              Text.of("参数 of", "parameter of"),
              of,
              Text.of("应为 copy 或 licence", "must be copy or licence"),
              "copy");
    };
  }

  /** What is done with a file of its own, which is gone afterwards. */
  private interface Work<T> {
    T on(Path file) throws IOException;
  }

  private <T> T inScratch(Work<T> work) {
    Path file = files.scratch().fresh();
    try {
      return work.on(file);
    } catch (IOException e) {
      throw new Unavailable("预览 preview", e.toString(), e);
    } finally {
      remove(file);
    }
  }

  /** What the department sealed, verified once more: what made it trusted may have ended. */
  private Answer licence(Call call, UseLook.Clear look, Path file, int page, String watermark)
      throws IOException {
    if (!stored(look.licence().identifier(), file)) {
      return new Answer.Refusal(
          ProblemType.NOT_FOUND, Text.of("该证照没有证照文件。", "The licence has no file."));
    }
    return switch (files.verifier().verify(file, call.at())) {
      case FileExamination.Unreadable it -> failed(it.fault().detail());
      case FileExamination.Examined it ->
          it.report().verdict() instanceof Verdict.Trusted
              ? answered(drawn(file, page, watermark), page)
              : failed(licencehub.hub.files.FileWords.verdict(it.report()));
    };
  }

  private boolean stored(LicenceIdentifier licence, Path file) throws IOException {
    Optional<HistoryEntry> content = licences.find(licence).map(LicenceRecord::content);
    if (content.isEmpty()) {
      return false;
    }
    JsonNode digest = Json.MAPPER.readTree(content.get().document()).at("/data/file/digest");
    if (!digest.isString()) {
      return false;
    }
    Optional<InputStream> stored = store.open(Digest.parse(digest.asString()));
    if (stored.isEmpty()) {
      return false;
    }
    try (InputStream in = stored.get()) {
      Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
      return true;
    }
  }

  private Preview drawn(Path file, int page, String watermark) {
    Preview preview = files.previews().of(file, page, watermark);
    switch (preview) {
      case Preview.Made it -> count("made");
      case Preview.NoSuchPage it -> {}
      case Preview.Failed it -> count("failed");
      case Preview.Crowded it -> count("crowded");
    }
    return preview;
  }

  private static Answer answered(Preview preview, int page) {
    return switch (preview) {
      case Preview.Made it -> new Answer.Document(200, PNG, it.png(), headers(it, page));
      case Preview.NoSuchPage(int pages) ->
          new Answer.Refusal(
              ProblemType.NOT_FOUND,
              Text.of("文件只有" + pages + "页。", "The file has " + pages + " pages."));
      case Preview.Failed(Text why) -> new Answer.Refusal(ProblemType.PREVIEW_FAILED, why);
      case Preview.Crowded it ->
          new Answer.Refusal(
              ProblemType.TOO_MANY_REQUESTS,
              ProblemType.TOO_MANY_REQUESTS.remedy(),
              Map.of("Retry-After", WAIT));
    };
  }

  /** A file that is not even drawn. */
  private Answer failed(Text why) {
    count("failed");
    return new Answer.Refusal(ProblemType.PREVIEW_FAILED, why);
  }

  private void count(String outcome) {
    metrics.counter("licencehub.previews", "outcome", outcome).increment();
  }

  private static Map<String, String> headers(Preview.Made preview, int page) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("Licencehub-Page", Integer.toString(page));
    all.put("Licencehub-Pages", Integer.toString(preview.pages()));
    if (!preview.omissions().isEmpty()) {
      all.put(
          "Licencehub-Omitted",
          preview.omissions().stream().map(it -> it.code()).collect(Collectors.joining(", ")));
    }
    return all;
  }

  private static void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new Unavailable("预览 preview", e.toString(), e);
    }
  }
}
