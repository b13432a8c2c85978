package licencehub.hub.http;

import java.io.IOException;
import java.io.PushbackInputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import licencehub.federation.Neighbourhood;
import licencehub.federation.Peer;
import licencehub.federation.Told;
import licencehub.hub.access.Operation;
import licencehub.library.Access.LookupReason;
import licencehub.library.CaseFile;
import licencehub.library.CaseFile.Step;
import licencehub.library.CaseRepository;
import licencehub.model.Digest;
import licencehub.model.Text;
import licencehub.model.code.CaseNumber;
import licencehub.model.code.RegionCode;
import tools.jackson.databind.JsonNode;

/**
 * Files of application materials: sent before the application that lists them, and shown to the
 * bodies that have to do with the case, wherever it was accepted.
 */
final class MaterialEndpoints {
  private static final int CREATED = 201;
  private static final String ACTION = "cases.material";

  private final CaseRepository cases;
  private final MaterialFiles files;
  private final Ownership ownership;
  private final Elsewhere elsewhere;
  private final AccessRecords accesses;

  MaterialEndpoints(
      CaseRepository cases,
      MaterialFiles files,
      Ownership ownership,
      Elsewhere elsewhere,
      AccessRecords accesses) {
    this.cases = cases;
    this.files = files;
    this.ownership = ownership;
    this.elsewhere = elsewhere;
    this.accesses = accesses;
  }

  /** Answers what to refer to it by, once it is on disk. */
  Answer send(Call call) throws IOException {
    if (ownership.owned(call.caller()).isEmpty()) {
      return new Answer.Refusal(ProblemType.SOURCE_NOT_YOURS);
    }
    if (call.announced() > MaterialFiles.MOST_BYTES) {
      return tooLarge();
    }
    PushbackInputStream body = new PushbackInputStream(call.body(), MaterialType.HEAD);
    byte[] head = body.readNBytes(MaterialType.HEAD);
    Optional<MaterialType> type = MaterialType.of(head);
    if (type.isEmpty()) {
      return new Answer.Refusal(
          ProblemType.MEDIA_TYPE_UNKNOWN,
          Text.of("材料文件应为 PDF、PNG、JPEG 或 OFD。", "A material is a PDF, PNG, JPEG or OFD file."));
    }
    body.unread(head);
    return files
        .keep(body)
        .<Answer>map(
            it -> new Answer.Document(CREATED, Json.MEDIA_TYPE, written(it, type.get()), Map.of()))
        .orElseGet(MaterialEndpoints::tooLarge);
  }

  /** One file, to an approver of a body that has to do with the case. */
  Answer find(Call call) {
    CaseNumber number = new CaseNumber(call.path("caseNumber"));
    Digest digest = Digest.parse(call.path("digest"));
    return switch (LookupReasons.of(call)) {
      case LookupReasons.Missing it -> it.refusal();
      case LookupReasons.Given(LookupReason reason) -> {
        Answer answer = found(call, reason, number, digest);
        String result =
            answer instanceof Answer.Document it && it.status() == 200 ? "found" : "refused";
        CompletableFuture<Void> logged =
            accesses.write(call, reason, ACTION, List.of(number.text(), digest.toString()), result);
        yield AccessRecords.written(logged, answer);
      }
    };
  }

  private Answer found(Call call, LookupReason reason, CaseNumber number, Digest digest) {
    List<Step> steps = cases.find(number).map(CaseFile::steps).orElse(List.of());
    if (steps.stream().noneMatch(it -> ownership.isParty(call.caller(), it.event()))) {
      return new Answer.Refusal(ProblemType.NOT_FOUND);
    }
    for (Step step : steps) {
      for (JsonNode material : data(step).path("materials")) {
        if (material.at("/file/digest").asString("").equals(digest.toString())) {
          return content(call, reason, step, material.path("file"));
        }
      }
    }
    return new Answer.Refusal(ProblemType.NOT_FOUND);
  }

  /** What is here, or at the hub where the application was taken. */
  private Answer content(Call call, LookupReason reason, Step step, JsonNode file) {
    try {
      Optional<byte[]> content = files.find(Digest.parse(file.path("digest").asString()));
      if (content.isPresent()) {
        String mediaType = file.path("mediaType").asString();
        return new Answer.Document(200, mediaType, content.get(), Map.of());
      }
    } catch (IOException e) {
      return new Answer.Refusal(ProblemType.UNAVAILABLE);
    }
    return step.event().source().isPeers()
        ? elsewhere
            .around(call)
            .flatMap(hubs -> hubs.narrowest(region(step)).map(it -> said(hubs, it, call, reason)))
            .orElseGet(() -> new Answer.Refusal(ProblemType.NOT_FOUND))
        : new Answer.Refusal(ProblemType.NOT_FOUND);
  }

  private static RegionCode region(Step step) {
    return new RegionCode(data(step).path("region").asString());
  }

  private static JsonNode data(Step step) {
    return Json.MAPPER.readTree(step.event().document()).path("data");
  }

  private static Answer said(Neighbourhood hubs, Peer home, Call call, LookupReason reason) {
    Told told = hubs.ask(home, Operation.FIND_MATERIAL.id(), FarQuestions.material(call, reason));
    return told instanceof Told.Answered it
        ? PeerForm.read(it.answer().content())
        : Silences.refusal(Voice.of(home, told), call.at());
  }

  private static byte[] written(MaterialFiles.Reference kept, MaterialType type) {
    return Json.bytes(
        json -> {
          json.writeStartObject();
          json.writeStringProperty("digest", kept.digest().toString());
          json.writeStringProperty("mediaType", type.mediaType());
          json.writeNumberProperty("size", kept.size());
          json.writeEndObject();
        });
  }

  private static Answer tooLarge() {
    return new Answer.Refusal(
        ProblemType.BODY_TOO_LARGE,
        Text.of(
            "材料文件至多" + MaterialFiles.MOST_BYTES + "字节。",
            "A material has " + MaterialFiles.MOST_BYTES + " bytes at the most."));
  }
}
