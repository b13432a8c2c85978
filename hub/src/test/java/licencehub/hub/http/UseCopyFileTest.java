package licencehub.hub.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import licencehub.hub.access.Role;
import licencehub.model.Verdict;
import licencehub.verification.FileExamination;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Use copies, from asking for one to whoever is handed it. */
class UseCopyFileTest {
  private static final String CASE = "COPY-1";
  private static final String WITH_COPY = UseQuestions.BY_FUNCTION + ",\"copy\":true";
  @TempDir static Path folder;
  private static RunningEdge hub;
  private static UseQuestions window;

  @BeforeAll
  static void start() {
    hub = RunningEdge.start(folder);
    window = new UseQuestions(hub, Guides.WINDOW);
    hub.submit(hub.alpha, Documents.licence(hub.alpha, 1, 1));
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  @Test
  void the_copy_is_sealed_by_the_hub_and_agrees_with_the_record() throws IOException {
    byte[] copy = copy(code()).response().body();
    Path file = Files.write(folder.resolve("copy.ofd"), copy);
    assertThat(hub.files.verifier().verify(file, Instant.now()))
        .isInstanceOfSatisfying(
            FileExamination.Examined.class,
            it -> assertThat(it.report().verdict()).isInstanceOf(Verdict.Trusted.class));
    JsonNode report =
        hub.client()
            .send("POST", "/api/v1/verifications", copy, "Content-Type", "application/ofd")
            .json(200);
    assertThat(report.at("/licence/agrees").asBoolean()).isTrue();
  }

  @Test
  void making_one_is_on_record_by_itself() {
    copy(code());
    List<String> actions =
        hub.as(Role.AUDITOR)
            .get("/api/v1/accesses?limit=100")
            .json(200)
            .required("accesses")
            .valueStream()
            .map(it -> it.required("action").asString())
            .toList();
    assertThat(actions).contains("uses.copy");
  }

  @Test
  void a_use_that_asked_for_none_has_none() {
    assertThat(window.copy(window.code(CASE, 1), CASE).problem()).isEqualTo("use-refused");
  }

  @Test
  void neither_another_case_nor_another_organisation_gets_it() {
    String code = code();
    assertThat(window.copy(code, "COPY-2").problem()).isEqualTo("use-refused");
    UseQuestions few = new UseQuestions(hub, Guides.FEW);
    assertThat(few.copy(code, CASE).problem()).isEqualTo("not-found");
  }

  @Test
  void who_has_no_grant_of_copies_is_told_so() {
    UseQuestions few = new UseQuestions(hub, Guides.FEW);
    JsonNode answer = few.first(CASE, WITH_COPY, 1);
    assertThat(answer.at("/denial/code").asString()).isEqualTo("grant.copy");
  }

  private static String code() {
    return window.first(CASE, WITH_COPY, 1).required("useCode").asString();
  }

  private static EdgeClient.Reply copy(String code) {
    EdgeClient.Reply reply = window.copy(code, CASE);
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    assertThat(reply.header("Content-Type")).isEqualTo("application/ofd");
    return reply;
  }
}
