package licencehub.hub.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.file.Path;
import licencehub.hub.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class CaseTest {
  private static final String CASE = "/api/v1/cases/CASE-1";
  private static final String PASSWORD = "Licencehub-Query-Password";

  @TempDir static Path folder;
  private static RunningEdge hub;

  @BeforeAll
  static void start() {
    hub = RunningEdge.start(folder);
    hub.submit(
        hub.alpha,
        Documents.applied(hub.alpha, "CASE-1"),
        Documents.approved(hub.alpha, "CASE-1"),
        Documents.applied(hub.alpha, "CASE-2"));
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  @Test
  void a_case_is_told_in_full_for_a_reason() {
    JsonNode file = withReason(Role.APPROVER, CASE).json(200);
    assertThat(file.required("steps").size()).isEqualTo(2);
    assertThat(file.at("/stage/code").asString()).isEqualTo("approval");
    assertThat(file.at("/flags/0/code").asString()).isEqualTo("before-acceptance");
    assertThat(file.at("/flags/0/zh").asString()).contains("受理");
  }

  @Test
  void the_full_view_shows_no_person_and_no_password() {
    assertThat(withReason(Role.SUPERVISOR, CASE).text())
        .doesNotContain(
            Documents.PERSON, Documents.CITIZEN.text(), Documents.PASSWORD, "李示范", "13800138000")
        .contains("食品经营许可");
  }

  @Test
  void without_a_reason_nothing_is_told_even_with_the_password() {
    assertThat(hub.as(Role.APPROVER).get(CASE, PASSWORD, Documents.PASSWORD).problem())
        .isEqualTo("reason-missing");
  }

  @Test
  void a_look_up_is_on_record_found_or_not() {
    assertThat(withReason(Role.APPROVER, "/api/v1/cases/NONE").problem()).isEqualTo("not-found");
    assertThat(hub.library.accesses().list("NONE", Long.MAX_VALUE, 10))
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.result()).isEqualTo("absent");
              assertThat(it.reason().purpose()).isEqualTo("办件+核验");
            });
  }

  @Test
  void the_public_follows_a_case_with_its_password() {
    EdgeClient.Reply reply = hub.client().get(CASE, PASSWORD, Documents.PASSWORD);
    JsonNode file = reply.json(200);
    assertThat(file.required("steps").size()).isEqualTo(2);
    assertThat(file.at("/steps/1/result").asString()).isEqualTo("agreed");
    assertThat(reply.text())
        .doesNotContain("欧", "4403001990", "李", "赵六", Documents.PASSWORD, "document");
  }

  @Test
  void a_wrong_password_an_absent_case_and_no_password_look_the_same() {
    EdgeClient.Reply wrong = hub.client().get(CASE, PASSWORD, "000000");
    EdgeClient.Reply absent = hub.client().get("/api/v1/cases/NONE-2", PASSWORD, "000000");
    EdgeClient.Reply without = hub.client().get(CASE);
    for (EdgeClient.Reply it : java.util.List.of(wrong, absent, without)) {
      assertThat(it.problem()).isEqualTo("query-password-wrong");
      assertThat(it.text().replaceAll("urn:uuid:[0-9a-f-]+", ""))
          .isEqualTo(wrong.text().replaceAll("urn:uuid:[0-9a-f-]+", ""));
    }
  }

  @Test
  void passwords_cannot_be_tried_without_end() {
    EdgeClient.Reply last = hub.client().get("/api/v1/cases/CASE-2", PASSWORD, "0");
    for (int i = 1; i < 40 && last.status() == 403; i++) {
      last = hub.client().get("/api/v1/cases/CASE-2", PASSWORD, Integer.toString(i));
    }
    assertThat(last.problem()).isEqualTo("too-many-requests");
    assertThat(Integer.parseInt(last.header("Retry-After"))).isPositive();
    assertThat(hub.client().get("/api/v1/cases/CASE-2", PASSWORD, Documents.PASSWORD).problem())
        .isEqualTo("too-many-requests");
    assertThat(hub.client().get(CASE, PASSWORD, Documents.PASSWORD).status()).isEqualTo(200);
  }

  private static EdgeClient.Reply withReason(Role role, String path) {
    return hub.as(role)
        .get(
            path,
            "Licencehub-Item",
            "11370800MB285591843370117002011",
            "Licencehub-Case",
            "CASE-9",
            "Licencehub-Purpose",
            URLEncoder.encode("办件", UTF_8) + "+" + URLEncoder.encode("核验", UTF_8),
            "Licencehub-Operator",
            "zhang.san");
  }
}
