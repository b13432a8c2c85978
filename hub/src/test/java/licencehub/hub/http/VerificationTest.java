package licencehub.hub.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import licencehub.hub.access.Caller;
import licencehub.hub.access.Role;
import licencehub.hub.copies.UseCopy;
import licencehub.model.Text;
import licencehub.model.code.CaseNumber;
import licencehub.model.code.UseCode;
import licencehub.verification.Trust;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Licence files people bring, verified over HTTP. */
class VerificationTest {
  private static final String PATH = "/api/v1/verifications";
  private static final List<String> SECRETS =
      List.of(Documents.PERSON, Documents.CITIZEN.text(), "JY000000000001");

  @TempDir static Path folder;
  private static RunningEdge hub;
  private static LicencePaper paper;

  @BeforeAll
  static void start() throws IOException {
    hub = RunningEdge.start(folder);
    hub.submit(hub.alpha, Documents.licence(hub.alpha, 1, 1), Documents.licence(hub.alpha, 2, 1));
    paper = new LicencePaper(Files.createDirectories(folder.resolve("paper")), hub, hub.alpha);
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  @Test
  void the_public_learns_that_a_sound_file_is_trusted_and_agrees_with_the_record() {
    EdgeClient.Reply reply = asPublic(paper.sealed(LicencePaper.metadata(hub.alpha, 1)));
    JsonNode answer = reply.json(200);
    assertThat(answer.at("/verdict/code").asString()).isEqualTo("trusted");
    assertThat(answer.at("/file/mediaType").asString()).isEqualTo("application/ofd");
    assertThat(answer.at("/signatures/0/signer").asString()).isEqualTo("示范市市场监督管理局");
    assertThat(answer.at("/signatures/0/seal/name").asString()).isEqualTo("示范市专用章");
    assertThat(answer.at("/signatures/0/seal/maker").asString()).isEqualTo("示范印章制作中心");
    assertThat(answer.required("checks").size()).isEqualTo(2 + 7 + 7 + 1 + 7);
    assertThat(answer.at("/licence/agrees").asBoolean()).isTrue();
    assertThat(answer.at("/licence/standing/code").asString()).isEqualTo("in-force");
    assertThat(field(answer, "证照编号")).isEqualTo("equal");
    assertThat(field(answer, "证照颁发日期")).isEqualTo("equal");
    assertThat(field(answer, "证照有效期起始日期")).isEqualTo("absent file");
    assertThat(reply.text()).doesNotContain(SECRETS);
  }

  @Test
  void a_field_that_differs_is_named_and_neither_value_is_told() {
    Map<String, List<String>> metadata = LicencePaper.metadata(hub.alpha, 1);
    metadata.put("CZZT", List.of("张三"));
    metadata.put("ZZYXQQSRQ", List.of("2026-03-02"));
    EdgeClient.Reply reply = asPublic(paper.sealed(metadata));
    JsonNode answer = reply.json(200);
    assertThat(answer.at("/licence/agrees").asBoolean()).isFalse();
    assertThat(field(answer, "持证主体")).isEqualTo("different");
    assertThat(field(answer, "证照有效期起始日期")).isEqualTo("equal");
    assertThat(reply.text()).doesNotContain("张三").doesNotContain(SECRETS);
  }

  @Test
  void a_changed_file_is_reported_as_changed_and_compared_for_approvers_only() {
    byte[] unsealed = paper.unsealed(LicencePaper.metadata(hub.alpha, 1));
    JsonNode seenByPublic = asPublic(unsealed).json(200);
    assertThat(seenByPublic.at("/verdict/code").asString()).isEqualTo("rejected");
    assertThat(seenByPublic.at("/checks/1/reason").asString()).isEqualTo("signature.missing");
    assertThat(seenByPublic.has("licence")).isFalse();
    JsonNode seenByApprover = asApprover("case-7", unsealed).json(200);
    assertThat(seenByApprover.at("/verdict/code").asString()).isEqualTo("rejected");
    assertThat(seenByApprover.at("/licence/agrees").asBoolean()).isTrue();
  }

  @Test
  void guessing_with_files_of_one_s_own_making_is_bounded() {
    hub.submit(hub.alpha, Documents.licence(hub.alpha, 3, 1));
    Map<String, List<String>> guess = LicencePaper.metadata(hub.alpha, 3);
    guess.put("CZZT", List.of("张三"));
    for (int i = 0; i < RunningEdge.WRONG_COMPARISONS; i++) {
      JsonNode answer = asApprover("case-8", paper.unsealed(guess)).json(200);
      assertThat(field(answer, "持证主体")).isEqualTo("different");
    }
    byte[] right = paper.unsealed(LicencePaper.metadata(hub.alpha, 3));
    assertThat(asApprover("case-8", right).json(200).has("licence")).isFalse();
    byte[] sealed = paper.sealed(LicencePaper.metadata(hub.alpha, 3));
    assertThat(asApprover("case-8", sealed).json(200).at("/licence/agrees").asBoolean()).isTrue();
  }

  @Test
  void a_file_that_states_its_number_alone_is_known_by_it() {
    Map<String, List<String>> metadata = LicencePaper.metadata(hub.alpha, 2);
    metadata.remove("ZZBS");
    JsonNode answer = asPublic(paper.sealed(metadata)).json(200);
    assertThat(answer.at("/licence/identifier").asString())
        .isEqualTo(Documents.identifier(hub.alpha, 2).toString());
  }

  @Test
  void a_licence_nobody_filed_is_verified_without_a_record() {
    JsonNode answer = asPublic(paper.sealed(LicencePaper.metadata(hub.alpha, 9))).json(200);
    assertThat(answer.at("/verdict/code").asString()).isEqualTo("trusted");
    assertThat(answer.has("licence")).isFalse();
  }

  @Test
  void an_approver_states_a_reason_and_is_on_record() {
    byte[] file = paper.sealed(LicencePaper.metadata(hub.alpha, 2));
    assertThat(send(hub.as(Role.APPROVER), file).problem()).isEqualTo("reason-missing");
    asApprover("case-9", file).json(200);
    asPublic(file).json(200);
    String subject = Documents.identifier(hub.alpha, 2).toString();
    assertThat(hub.library.accesses().list(subject, Long.MAX_VALUE, 10))
        .anySatisfy(it -> assertThat(it.reason().caseNumber()).isEqualTo("case-9"))
        .anySatisfy(it -> assertThat(it.role()).isEqualTo("public"))
        .allSatisfy(it -> assertThat(it.action()).isEqualTo("verifications.file"));
  }

  @Test
  void what_cannot_be_read_is_a_problem_that_says_why() {
    assertThat(asPublic(LicencePaper.nothing()).problem()).isEqualTo("file-unreadable");
    byte[] file = paper.sealed(LicencePaper.metadata(hub.alpha, 1));
    EdgeClient.Reply cut = asPublic(Arrays.copyOf(file, file.length / 2));
    assertThat(cut.status()).isEqualTo(422);
    assertThat(cut.problem()).isEqualTo("file-unreadable");
    EdgeClient.Reply json = hub.client().post(PATH, "{}");
    assertThat(json.problem()).isEqualTo("media-type-unknown");
    assertThat(json.text()).contains("application/ofd");
  }

  @Test
  void too_large_a_file_is_refused_and_nothing_stays_on_disk() throws IOException {
    EdgeClient.Reply reply = asPublic(new byte[RunningEdge.FILE_BYTES + 1]);
    assertThat(reply.problem()).isEqualTo("body-too-large");
    asPublic(paper.sealed(LicencePaper.metadata(hub.alpha, 1))).json(200);
    try (Stream<Path> left = Files.list(folder.resolve("scratch"))) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void a_use_copy_of_this_hub_is_trusted_and_its_anchor_is_public() throws IOException {
    String pem = hub.client().get("/api/v1/seal/anchor").text();
    assertThat(Trust.certificates(pem.getBytes(UTF_8))).containsExactly(hub.files.anchor());
    CaseNumber caseNumber = new CaseNumber("case-7");
    UseCopy.Annotation note =
        new UseCopy.Annotation(
            "核验",
            "示范市民政局",
            "zhang.san",
            caseNumber,
            UseCode.mint(new byte[UseCode.RANDOM_BYTES], caseNumber),
            Text.of("示范枢纽", "Test"),
            Instant.now(),
            Instant.now().plusSeconds(600));
    Map<String, String> face = Map.of("证照编号", "JY000000000001", "持证主体", Documents.PERSON);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    hub.files
        .copies()
        .write(new UseCopy(Documents.identifier(hub.alpha, 1), "食品经营许可证", face, note), out);
    EdgeClient.Reply reply = asPublic(out.toByteArray());
    JsonNode answer = reply.json(200);
    assertThat(answer.at("/verdict/code").asString()).isEqualTo("trusted");
    assertThat(answer.at("/copy/expired").asBoolean()).isFalse();
    assertThat(answer.at("/licence/agrees").asBoolean()).isTrue();
    assertThat(field(answer, "持证主体")).isEqualTo("equal");
    assertThat(reply.text()).doesNotContain(SECRETS);
  }

  @Test
  void verdicts_are_counted() {
    asPublic(paper.sealed(LicencePaper.metadata(hub.alpha, 1))).json(200);
    assertThat(hub.as(Role.OPERATOR).get("/metrics").text())
        .contains("licencehub_files_verified_total{verdict=\"trusted\"}");
  }

  private static EdgeClient.Reply asPublic(byte[] file) {
    return send(hub.client(), file);
  }

  private static EdgeClient.Reply asApprover(String caseNumber, byte[] file) {
    return send(
        hub.as(new Caller("window", Role.APPROVER, Guides.WINDOW)),
        file,
        "Licencehub-Item",
        "11370800MB285591843370117002011",
        "Licencehub-Case",
        caseNumber,
        "Licencehub-Purpose",
        URLEncoder.encode("核验文件", UTF_8),
        "Licencehub-Operator",
        "zhang.san");
  }

  private static EdgeClient.Reply send(EdgeClient client, byte[] file, String... headers) {
    List<String> all = new ArrayList<>(List.of("Content-Type", "application/ofd"));
    all.addAll(List.of(headers));
    return client.send("POST", PATH, file, all.toArray(String[]::new));
  }

  private static String field(JsonNode answer, String name) {
    return answer
        .at("/licence/fields")
        .valueStream()
        .filter(it -> it.required("name").asString().equals(name))
        .map(
            it -> (it.required("match").asString() + ' ' + it.path("lacking").asString("")).strip())
        .findFirst()
        .orElse("not compared");
  }
}
