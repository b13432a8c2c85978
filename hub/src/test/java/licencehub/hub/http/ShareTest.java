package licencehub.hub.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import licencehub.hub.access.Caller;
import licencehub.hub.access.Role;
import licencehub.hub.files.CopyNote;
import licencehub.library.Access;
import licencehub.model.Verdict;
import licencehub.model.code.CitizenNumber;
import licencehub.model.code.CreditCode;
import licencehub.model.code.UseCode;
import licencehub.verification.FileExamination;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Existing clients of the sharing services (GB/T 36906) connect unchanged. */
class ShareTest {
  private static final String WHY = "食品经营许可核验";
  private static final CitizenNumber LONELY = CitizenNumber.complete("44030019900307004");
  @TempDir static Path folder;
  private static RunningEdge hub;
  private static LicencePaper paper;

  @BeforeAll
  static void start() throws Exception {
    hub = RunningEdge.start(folder);
    hub.submit(
        hub.alpha,
        Documents.licence(hub.alpha, 1, 1),
        Documents.licence(hub.alpha, 2, 1),
        Documents.licence(hub.alpha, 3, 1),
        held(Documents.licence(hub.alpha, 4, 1), LONELY, "2031-03-01"));
    hub.submit(hub.alpha, Documents.revoked(hub.alpha, 3, 2, LocalDate.of(2026, 3, 3)));
    paper = new LicencePaper(Files.createDirectories(folder.resolve("paper")), hub, hub.alpha);
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  @Test
  void a_search_lists_what_is_in_force_masked_and_is_on_record() {
    OldClient.Reply reply = client().queryCert(Documents.CITIZEN.text(), "111", WHY);
    assertThat(reply.status()).isZero();
    assertThat(reply.message()).isEqualTo("成功");
    assertThat(reply.data().valueStream().map(it -> it.required("certIdentifier").asString()))
        .contains(identifier(1), identifier(2))
        .doesNotContain(identifier(3));
    JsonNode first = item(reply, 1);
    assertThat(first.required("certificateName").asString()).isEqualTo("食品经营许可证");
    assertThat(first.required("certificateType").asString()).isEqualTo(Documents.TYPE.text());
    assertThat(first.required("certificateHolderType").asString()).isEqualTo("111");
    assertThat(first.required("issueDate").asString()).isEqualTo("2026-03-02");
    assertThat(first.at("/surface/0/columnName").asString()).isEqualTo("KZ_FZR");
    assertThat(reply.data().toString())
        .doesNotContain(Documents.PERSON, Documents.CITIZEN.text(), "JY000000000001");
    Access access = hub.library.accesses().list(identifier(2), Long.MAX_VALUE, 50).getLast();
    assertThat(access.action()).isEqualTo("licences.search");
    assertThat(access.reason().purpose()).isEqualTo(WHY);
    assertThat(access.reason().caseNumber()).isEqualTo("SHARE-OLD");
    assertThat(access.organisation()).isEqualTo(Guides.WINDOW);
  }

  @Test
  void fields_come_with_a_use_and_are_those_that_were_granted() {
    OldClient.Reply reply = client().queryCertInfo(identifier(1), WHY);
    JsonNode item = item(reply, 1);
    assertThat(item.required("certificateHolder").asString()).isEqualTo(Documents.PERSON);
    assertThat(item.required("certificateNumber").asString()).isEqualTo("JY000000000001");
    assertThat(item.required("issueDate").asString()).isEmpty();
    assertThat(item.required("surface").size()).isZero();
    UseCode code = new UseCode(item.required("useCode").asString());
    assertThat(hub.library.uses().find(code)).isPresent();
    assertThat(hub.library.accesses().list(code.text(), Long.MAX_VALUE, 9))
        .extracting(Access::action)
        .containsExactly("uses.reveal");
    assertThat(
            item(
                client().call("queryCertInfo", Map.of("qrcode", identifier(1), "useCause", WHY)),
                1))
        .isNotNull();
  }

  @Test
  void by_holder_one_is_found_and_several_need_the_number() {
    Map<String, Object> data = holder(Documents.CITIZEN);
    assertThat(client().call("queryCertInfo", data).status()).isEqualTo(109);
    data.put("certNo", "JY000000000002");
    assertThat(item(client().call("queryCertInfo", data), 2).has("useCode")).isTrue();
  }

  @Test
  void a_copy_may_be_asked_for_as_a_picture() throws Exception {
    OldClient.Reply reply = client().downloadFile("png", identifier(1), WHY);
    assertThat(reply.status()).isZero();
    byte[] png = Base64.getDecoder().decode(reply.data().required("content").asString());
    BufferedImage face = ImageIO.read(new ByteArrayInputStream(png));
    assertThat(face.getWidth()).isGreaterThan(300);
  }

  @Test
  void a_copy_is_sealed_and_ends_when_it_was_asked_to() throws Exception {
    OldClient.Reply reply = client().downloadFile("ofd", identifier(1), WHY);
    assertThat(reply.status()).isZero();
    assertThat(reply.data().required("contentType").asString()).isEqualTo("base64");
    byte[] copy = Base64.getDecoder().decode(reply.data().required("content").asString());
    Path file = Files.write(folder.resolve("copy.ofd"), copy);
    FileExamination.Examined examined =
        (FileExamination.Examined) hub.files.verifier().verify(file, Instant.now());
    assertThat(examined.report().verdict()).isInstanceOf(Verdict.Trusted.class);
    assertThat(
            client()
                .call("downloadFile", copy(Map.of("certificateCopyExpiringTime", "2020-01-01")))
                .status())
        .isEqualTo(102);
    assertThat(
            client()
                .call("downloadFile", copy(Map.of("certificateCopyExpiringTime", "2099-01-01")))
                .status())
        .isZero();
  }

  @Test
  void a_copy_ends_with_its_use_or_when_it_was_asked_to_whichever_is_sooner() throws Exception {
    Instant use = hub.now().plus(RunningEdge.LIFETIME);
    assertThat(end("2099-01-01")).isLessThanOrEqualTo(CopyNote.written(use.plusSeconds(60)));
    String sooner = CopyNote.written(hub.now().plus(RunningEdge.LIFETIME.dividedBy(2)));
    assertThat(end(sooner)).isEqualTo(sooner);
  }

  /** When a copy ends that was asked for until then. */
  private static String end(String until) throws Exception {
    OldClient.Reply reply =
        client().call("downloadFile", copy(Map.of("certificateCopyExpiringTime", until)));
    byte[] copy = Base64.getDecoder().decode(reply.data().required("content").asString());
    Path file = Files.write(folder.resolve("ending.ofd"), copy);
    FileExamination.Examined examined =
        (FileExamination.Examined) hub.files.verifier().verify(file, Instant.now());
    return CopyNote.of(examined.metadata()).orElseThrow().expires();
  }

  @Test
  void claims_are_verified_by_identifier_or_number_and_guessing_is_bounded() {
    OldClient client = client();
    Map<String, String> right =
        Map.of("certificateNumber", "JY000000000001", "certificateHolder", Documents.PERSON);
    assertThat(check(right)).isZero();
    assertThat(check("{\"ZZBS\":\"%s\",\"CZZT\":\"欧阳示例\"}".formatted(identifier(1)))).isZero();
    assertThat(check(Map.of("证照编号", "JY000000000003"))).isEqualTo(3);
    assertThat(check(Map.of("证照编号", "JY000000000001", "经营范围", "x"))).isEqualTo(4);
    assertThat(check(Map.of("证照编号", "JY999999999999"))).isEqualTo(5);
    assertThat(check(Map.of())).isEqualTo(6);
    Map<String, String> wrong = Map.of("证照编号", "JY000000000001", "持证主体", "张三");
    for (int i = 0; i < RunningEdge.WRONG_COMPARISONS; i++) {
      assertThat(check(wrong)).isEqualTo(7);
    }
    assertThat(client.verifyCertInfo(Documents.TYPE.text(), wrong, WHY).status()).isEqualTo(23);
  }

  @Test
  void files_are_verified_by_their_seals_and_against_the_record() {
    assertThat(file(paper.sealed(LicencePaper.metadata(hub.alpha, 1)))).isZero();
    assertThat(file(paper.sealed(LicencePaper.metadata(hub.alpha, 3)))).isEqualTo(3);
    assertThat(file(LicencePaper.nothing())).isEqualTo(4);
    assertThat(file(paper.sealed(LicencePaper.metadata(hub.alpha, 9)))).isEqualTo(5);
    assertThat(file(paper.unsealed(LicencePaper.metadata(hub.alpha, 1)))).isEqualTo(7);
    Map<String, List<String>> other = LicencePaper.metadata(hub.alpha, 1);
    other.put("CZZT", List.of("张三"));
    assertThat(file(paper.sealed(other))).isEqualTo(7);
  }

  @Test
  void a_licence_not_yet_in_force_and_a_suspended_one_are_told_apart() {
    hub.submit(
        hub.alpha,
        text(
            Documents.licence(hub.alpha, 7, 1),
            "\"validFrom\":\"2026-03-02\"",
            "\"validFrom\":\"2030-03-02\""),
        Documents.licence(hub.alpha, 8, 1),
        text(
            Documents.revoked(hub.alpha, 8, 2, LocalDate.of(2026, 3, 3)),
            "licence.revoked.v1",
            "licence.suspended.v1"));
    assertThat(check(Map.of("证照编号", "JY000000000007"))).isEqualTo(1);
    assertThat(check(Map.of("证照编号", "JY000000000008"))).isEqualTo(2);
  }

  @Test
  void what_the_services_say_is_as_the_contract_has_it() {
    String head =
        "{\"head\":{\"accessId\":\"old-client\",\"accessToken\":\"%s\"},\"data\":"
            .formatted(token("old-client", Guides.WINDOW));
    String by = "{\"certIdentifier\":\"%s\",\"useCause\":\"x\"}}".formatted(identifier(1));
    JsonNode reply = hub.client().post("/share/v1/queryCertInfo", head + by).json(200);
    assertThat(reply.at("/head/status").asString()).isEqualTo("0");
    String copy =
        "{\"fileType\":\"ofd\",\"certificateIdentifier\":\"%s\",\"certificateCopyCause\":\"x\"}}"
            .formatted(identifier(1));
    hub.client().post("/share/v1/downloadFile", head + copy).json(200);
    String claims =
        "{\"certTypeCode\":\"%s\",\"useCause\":\"x\"}}".formatted(Documents.TYPE.text());
    hub.client().post("/share/v1/verifyCertInfo", head + claims).json(200);
    hub.client().post("/share/v1/queryCert", "{").json(200);
    hub.client().post("/share/v1/verifyFile", "{").json(200);
  }

  static Map<String, Object> holder(CitizenNumber holder) {
    return new HashMap<>(
        Map.of(
            "holderCode",
            holder.text(),
            "holderTypeCode",
            "111",
            "certTypeCode",
            Documents.TYPE.text(),
            "useCause",
            WHY));
  }

  private static Map<String, Object> copy(Map<String, Object> more) {
    Map<String, Object> data =
        new HashMap<>(
            Map.of(
                "fileType",
                "ofd",
                "certificateIdentifier",
                identifier(1),
                "certificateCopyCause",
                WHY));
    data.putAll(more);
    return data;
  }

  private static int check(Object claims) {
    OldClient.Reply reply = client().verifyCertInfo(Documents.TYPE.text(), claims, WHY);
    assertThat(reply.status()).as(reply.message()).isZero();
    return reply.result();
  }

  private static int file(byte[] file) {
    String content = Base64.getEncoder().encodeToString(file);
    OldClient.Reply reply = client().verifyFile(Documents.TYPE.text(), content, WHY);
    assertThat(reply.status()).as(reply.message()).isZero();
    return reply.result();
  }

  private static JsonNode item(OldClient.Reply reply, int serial) {
    assertThat(reply.status()).as(reply.message()).isZero();
    return reply
        .data()
        .valueStream()
        .filter(it -> it.required("certIdentifier").asString().equals(identifier(serial)))
        .findFirst()
        .orElseThrow();
  }

  private static String identifier(int serial) {
    return Documents.identifier(hub.alpha, serial).toString();
  }

  private static OldClient client() {
    return client(hub, "old-client", Guides.WINDOW);
  }

  static OldClient client(RunningEdge hub, String name, CreditCode organisation) {
    return new OldClient(
        "http://127.0.0.1:" + hub.edge.port() + "/share/v1",
        name,
        hub.tokens.issue(new Caller(name, Role.APPROVER, organisation), Instant.now()));
  }

  private static String token(String name, CreditCode organisation) {
    return client(hub, name, organisation).accessToken();
  }

  static byte[] held(byte[] licence, CitizenNumber by, String until) {
    return text(
        text(licence, Documents.CITIZEN.text(), by.text()),
        "\"validTo\":\"2031-03-01\"",
        "\"validTo\":\"" + until + "\"");
  }

  static byte[] text(byte[] document, String from, String to) {
    return new String(document, StandardCharsets.UTF_8)
        .replace(from, to)
        .getBytes(StandardCharsets.UTF_8);
  }
}
