package licencehub.hub.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import licencehub.hub.access.Role;
import licencehub.hub.files.UnreferencedFiles;
import licencehub.model.Digest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Licence files departments send, and the events that refer to them. */
class FileTest {
  private static final String PATH = "/api/v1/files";
  @TempDir static Path folder;
  private static RunningEdge hub;
  private static LicencePaper alpha;
  private static LicencePaper beta;

  @BeforeAll
  static void start() throws Exception {
    hub = RunningEdge.start(folder);
    alpha = new LicencePaper(Files.createDirectories(folder.resolve("a")), hub, hub.alpha);
    beta = new LicencePaper(Files.createDirectories(folder.resolve("b")), hub, hub.beta);
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  @Test
  void a_trusted_file_is_stored_and_a_licence_may_refer_to_it() throws Exception {
    byte[] file = alpha.sealed(LicencePaper.metadata(hub.alpha, 1));
    JsonNode answer = send(hub.alpha, file).json(201);
    assertThat(answer.required("outcome").asString()).isEqualTo("stored");
    assertThat(answer.at("/file/digest").asString()).isEqualTo(Digest.of(file).toString());
    assertThat(hub.library.files().open(Digest.of(file)).orElseThrow().readAllBytes())
        .isEqualTo(file);
    assertThat(outcome(licence(1, answer.required("file")))).isEqualTo("accepted");
    assertThat(send(hub.alpha, file).json(201)).isNotNull();
  }

  @Test
  void a_licence_that_is_sooner_than_its_file_waits_for_it() {
    byte[] file = alpha.sealed(LicencePaper.metadata(hub.alpha, 2));
    ObjectNode reference = reference(file);
    JsonNode early = submit(licence(2, reference));
    assertThat(early.required("outcome").asString()).isEqualTo("quarantined");
    assertThat(early.at("/faults/0/code").asString()).isEqualTo("file.absent");
    assertThat(early.at("/faults/0/final").asBoolean()).isFalse();
    send(hub.alpha, file).json(201);
    String number = early.required("quarantine").asString();
    JsonNode again =
        hub.as(hub.alpha.caller()).post("/api/v1/quarantine/" + number + "/replay", "").json(200);
    assertThat(again.required("outcome").asString()).isEqualTo("accepted");
  }

  @Test
  void a_file_that_contradicts_the_record_is_named_by_its_field_and_no_value() {
    Map<String, List<String>> metadata = LicencePaper.metadata(hub.alpha, 3);
    metadata.put("CZZT", List.of("张三"));
    byte[] file = alpha.sealed(metadata);
    send(hub.alpha, file).json(201);
    JsonNode outcome = submit(licence(3, reference(file)));
    assertThat(outcome.at("/faults/0/code").asString()).isEqualTo("file.different");
    assertThat(outcome.at("/faults/0/path").asString()).isEqualTo("/data/file");
    assertThat(outcome.at("/faults/0/final").asBoolean()).isTrue();
    assertThat(outcome.at("/faults/0/detail/zh").asString()).contains("持证主体");
    assertThat(outcome.toString()).doesNotContain("张三", Documents.PERSON);
  }

  @Test
  void a_file_of_another_licence_or_that_names_none_is_refused() {
    byte[] other = alpha.sealed(LicencePaper.metadata(hub.alpha, 41));
    send(hub.alpha, other).json(201);
    assertThat(submit(licence(4, reference(other))).at("/faults").toString())
        .contains("证照标识", "证照编号");
    byte[] nameless = alpha.sealed(Map.of("ZZMC", List.of("食品经营许可证")));
    send(hub.alpha, nameless).json(201);
    assertThat(submit(licence(5, reference(nameless))).at("/faults/0/code").asString())
        .isEqualTo("file.different");
  }

  @Test
  void a_wrong_size_or_type_in_the_reference_is_a_contradiction() {
    byte[] file = alpha.sealed(LicencePaper.metadata(hub.alpha, 6));
    send(hub.alpha, file).json(201);
    JsonNode size = submit(licence(6, reference(file).put("size", 5)));
    assertThat(size.at("/faults/0/path").asString()).isEqualTo("/data/file/size");
    JsonNode type = submit(licence(6, reference(file).put("mediaType", "application/pdf")));
    assertThat(type.at("/faults/0/path").asString()).isEqualTo("/data/file/mediaType");
  }

  @Test
  void a_file_nobody_sealed_is_refused_with_its_report_and_not_kept() {
    byte[] file = alpha.unsealed(LicencePaper.metadata(hub.alpha, 7));
    JsonNode answer = send(hub.alpha, file).json(422);
    assertThat(answer.required("outcome").asString()).isEqualTo("refused");
    assertThat(answer.required("code").asString()).isEqualTo("signature.missing");
    assertThat(answer.at("/verdict/code").asString()).isEqualTo("rejected");
    assertThat(hub.library.files().size(Digest.of(file))).isEmpty();
  }

  @Test
  void a_file_of_another_department_is_refused_when_sent_and_when_referred_to() {
    byte[] file = beta.sealed(LicencePaper.metadata(hub.alpha, 8));
    JsonNode answer = send(hub.alpha, file).json(422);
    assertThat(answer.required("code").asString()).isEqualTo("mandate.signer");
    send(hub.beta, file).json(201);
    assertThat(submit(licence(8, reference(file))).at("/faults/0/code").asString())
        .isEqualTo("mandate.signer");
  }

  @Test
  void what_is_no_file_and_whose_source_is_not_clear_are_problems() {
    assertThat(send(hub.alpha, LicencePaper.nothing()).problem()).isEqualTo("file-unreadable");
    byte[] file = alpha.sealed(LicencePaper.metadata(hub.alpha, 9));
    assertThat(send(hub.alpha, LicencePaper.damaged(file)).status()).isEqualTo(422);
    EdgeClient.Reply foreign =
        hub.as(hub.alpha.caller())
            .send(
                "POST",
                PATH,
                file,
                "Content-Type",
                "application/ofd",
                "Licencehub-Source",
                hub.beta.source().text());
    assertThat(foreign.problem()).isEqualTo("source-not-yours");
    assertThat(hub.as(Role.OPERATOR).send("POST", PATH, file).problem())
        .isEqualTo("caller-not-allowed");
  }

  @Test
  void a_file_no_event_refers_to_is_removed_counted_and_its_event_told_so() {
    byte[] kept = alpha.sealed(LicencePaper.metadata(hub.alpha, 31));
    byte[] lost = alpha.sealed(LicencePaper.metadata(hub.alpha, 32));
    send(hub.alpha, kept).json(201);
    send(hub.alpha, lost).json(201);
    assertThat(outcome(licence(31, reference(kept)))).isEqualTo("accepted");
    try (var watch =
        UnreferencedFiles.start(
            hub.library, Duration.ofMillis(1), InstantSource.system(), hub.metrics)) {
      await().until(() -> hub.library.files().size(Digest.of(lost)).isEmpty());
      await().until(() -> hub.metrics.get("licencehub.files.removed").counter().count() >= 1);
    }
    assertThat(hub.library.files().size(Digest.of(kept))).isPresent();
    assertThat(submit(licence(32, reference(lost))).at("/faults/0/code").asString())
        .isEqualTo("file.absent");
  }

  private static EdgeClient.Reply send(Department department, byte[] file) {
    return hub.as(department.caller()).send("POST", PATH, file, "Content-Type", "application/ofd");
  }

  private static ObjectNode reference(byte[] file) {
    return Json.MAPPER
        .createObjectNode()
        .put("digest", Digest.of(file).toString())
        .put("mediaType", "application/ofd")
        .put("size", file.length);
  }

  private static byte[] licence(int serial, JsonNode file) {
    ObjectNode document =
        (ObjectNode) Json.MAPPER.readTree(Documents.licence(hub.alpha, serial, 1));
    ((ObjectNode) document.required("data")).set("file", file);
    return document.toString().getBytes(UTF_8);
  }

  private static String outcome(byte[] document) {
    return submit(document).required("outcome").asString();
  }

  private static JsonNode submit(byte[] document) {
    return hub.submit(hub.alpha, document).get(0);
  }
}
