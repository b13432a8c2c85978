package licencehub.hub.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import licencehub.hub.share.ShareStatus;
import licencehub.model.code.CitizenNumber;
import licencehub.model.code.LicenceIdentifier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The status codes of the sharing services, each by what brings it about. */
class ShareStatusTest {
  private static final CitizenNumber REVOKED = CitizenNumber.complete("44030019900307003");
  private static final CitizenNumber EXPIRED = CitizenNumber.complete("44030019900307005");
  private static final CitizenNumber ELSEWHERE = CitizenNumber.complete("44030019900307006");
  private static final CitizenNumber NOBODY = CitizenNumber.complete("44030019900307007");
  private static final CitizenNumber SUSPENDED = CitizenNumber.complete("44030019900307008");
  @TempDir static Path folder;
  private static RunningEdge hub;

  @BeforeAll
  static void start() {
    hub = RunningEdge.start(folder);
    hub.submit(
        hub.alpha,
        Documents.licence(hub.alpha, 1, 1),
        ShareTest.held(Documents.licence(hub.alpha, 2, 1), REVOKED, "2031-03-01"),
        Documents.revoked(hub.alpha, 2, 2, LocalDate.of(2026, 3, 3)),
        ShareTest.held(Documents.licence(hub.alpha, 3, 1), EXPIRED, "2026-03-03"),
        ShareTest.held(Documents.licence(hub.alpha, 5, 1), SUSPENDED, "2031-03-01"),
        ShareTest.text(
            Documents.revoked(hub.alpha, 5, 2, LocalDate.of(2026, 3, 3)),
            "licence.revoked.v1",
            "licence.suspended.v1"),
        ShareTest.text(
            ShareTest.held(Documents.licence(hub.alpha, 4, 1), ELSEWHERE, "2031-03-01"),
            Documents.identifier(hub.alpha, 4).toString(),
            other().toString()));
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 成功",
    "2, 证照源未提供此服务接口",
    "10, 未找到匹配的证照信息",
    "11, 身份验证不通过",
    "12, 必填参数为空",
    "13, 证照类型不存在或未发布",
    "21, 已废止或已注销",
    "22, 已过期",
    "23, 受限使用",
    "100, 无访问该证权限",
    "101, 状态配置错误",
    "102, 参数值错误",
    "103, 持证主体代码类型代码不合规",
    "105, 无证照目录",
    "106, 目录无法确定",
    "107, 模板错误",
    "108, 模板错误",
    "109, certNo 空",
    "110, holderCode 空",
    "111, holder 空",
    "113, 证照类型代码有误"
  })
  void the_table_is_as_practised(int code, String message) {
    assertThat(ShareStatus.find(code).orElseThrow().message()).isEqualTo(message);
    assertThat(ShareStatus.values()).hasSize(21);
  }

  @Test
  void what_is_missing_or_wrong_in_the_data_has_a_status_of_its_own() {
    assertThat(query(Map.of("useCause", ""))).isEqualTo(12);
    assertThat(query(Map.of("holderTypeCode", ""))).isEqualTo(12);
    assertThat(query(Map.of("holderCode", ""))).isEqualTo(110);
    assertThat(query(Map.of("holderTypeCode", "777"))).isEqualTo(103);
    assertThat(query(Map.of("holderCode", "44030019900307001"))).isEqualTo(103);
    assertThat(query(Map.of("certTypeCode", "?"))).isEqualTo(113);
    assertThat(query(Map.of("certTypeCode", Documents.UNPUBLISHED.text()))).isEqualTo(13);
    assertThat(query(Map.of("useCause", "x".repeat(201)))).isEqualTo(102);
    assertThat(call("queryCertInfo", Map.of("useCause", "x"))).isEqualTo(111);
    assertThat(call("queryCertInfo", Map.of("useCause", "x", "certIdentifier", "1.2")))
        .isEqualTo(102);
    assertThat(client("old-client").call("queryCertInfo", ShareTest.holder(NOBODY)).status())
        .isEqualTo(10);
  }

  @Test
  void the_standing_of_what_is_found_is_told() {
    assertThat(of(NOBODY)).isEqualTo(10);
    assertThat(of(REVOKED)).isEqualTo(21);
    assertThat(of(EXPIRED)).isEqualTo(22);
    assertThat(of(SUSPENDED)).isEqualTo(23);
    assertThat(of(ELSEWHERE)).isEqualTo(106);
    assertThat(client("old-client").queryCertInfo(identifier(2), "x").status()).isEqualTo(21);
    assertThat(client("old-client").queryCertInfo(identifier(404), "x").status()).isEqualTo(10);
  }

  @Test
  void services_this_hub_does_not_have_say_so() {
    assertThat(call("queryCertInfo", Map.of("useCause", "x", "qrcode", "QR:123"))).isEqualTo(2);
    assertThat(client("old-client").downloadFile("jpg", identifier(1), "x").status())
        .isEqualTo(102);
  }

  @Test
  void who_calls_must_be_known_and_who_has_no_grant_learns_nothing() {
    OldClient good = client("old-client");
    OldClient forged = new OldClient(good.service(), good.accessId(), "x.y.z");
    assertThat(forged.queryCertInfo(identifier(1), "x").status()).isEqualTo(11);
    OldClient another = new OldClient(good.service(), "another", good.accessToken());
    assertThat(another.queryCertInfo(identifier(1), "x").status()).isEqualTo(11);
    OldClient stranger = ShareTest.client(hub, "old-client", hub.beta.organisation().code());
    assertThat(stranger.queryCertInfo(identifier(1), "x").status()).isEqualTo(100);
    assertThat(stranger.queryCertInfo(identifier(404), "x").status()).isEqualTo(100);
    for (String number : new String[] {"JY000000000001", "JY999999999999"}) {
      assertThat(
              stranger.verifyCertInfo(Documents.TYPE.text(), Map.of("证照编号", number), "x").status())
          .isEqualTo(100);
    }
    OldClient few = ShareTest.client(hub, "old-client", Guides.FEW);
    assertThat(few.downloadFile("ofd", identifier(1), "x").status()).isEqualTo(100);
  }

  @Test
  void a_client_that_is_not_in_the_settings_says_the_five_elements_itself() {
    OldClient client = client("new-client");
    assertThat(client.queryCertInfo(identifier(1), "x").status()).isEqualTo(12);
    Map<String, Object> data =
        Map.of(
            "certIdentifier", identifier(1),
            "useCause", "x",
            "itemCode", Guides.ITEM.text(),
            "businessCode", "CASE-7",
            "username", "zhang.san");
    assertThat(client.call("queryCertInfo", data).status()).isZero();
    assertThat(hub.library.accesses().list(identifier(1), Long.MAX_VALUE, 99))
        .anySatisfy(it -> assertThat(it.reason().caseNumber()).isEqualTo("CASE-7"));
  }

  private static int of(CitizenNumber holder) {
    return client("old-client").queryCert(holder.text(), "111", "x").status();
  }

  private static int query(Map<String, Object> changes) {
    Map<String, Object> data = new HashMap<>(ShareTest.holder(Documents.CITIZEN));
    data.putAll(changes);
    return call("queryCert", data);
  }

  private static int call(String service, Map<String, Object> data) {
    return client("old-client").call(service, data).status();
  }

  private static OldClient client(String name) {
    return ShareTest.client(hub, name, Guides.WINDOW);
  }

  private static String identifier(int serial) {
    return Documents.identifier(hub.alpha, serial).toString();
  }

  private static LicenceIdentifier other() {
    return LicenceIdentifier.mint(
        Documents.UNPUBLISHED, hub.alpha.organisation().code(), "000000004", 1);
  }
}
