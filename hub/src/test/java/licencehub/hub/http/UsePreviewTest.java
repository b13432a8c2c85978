package licencehub.hub.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import licencehub.hub.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Pictures of use copies and of licences' own files, by a running hub. */
class UsePreviewTest {
  private static final String CASE = "PREVIEW-1";
  private static final String WITH_COPY = UseQuestions.BY_FUNCTION + ",\"copy\":true";
  @TempDir static Path folder;
  private static RunningEdge hub;
  private static UseQuestions window;

  @BeforeAll
  static void start() throws IOException {
    hub = RunningEdge.start(folder);
    window = new UseQuestions(hub, Guides.WINDOW);
    hub.submit(hub.alpha, Documents.licence(hub.alpha, 1, 1));
    LicencePaper paper =
        new LicencePaper(Files.createDirectories(folder.resolve("paper")), hub, hub.alpha);
    byte[] file = paper.sealed(LicencePaper.metadata(hub.alpha, 2));
    JsonNode sent =
        hub.as(hub.alpha.caller())
            .send("POST", "/api/v1/files", file, "Content-Type", "application/ofd")
            .json(201);
    ObjectNode licence = (ObjectNode) Json.MAPPER.readTree(Documents.licence(hub.alpha, 2, 1));
    ((ObjectNode) licence.required("data")).set("file", sent.required("file"));
    JsonNode outcome = hub.submit(hub.alpha, Json.MAPPER.writeValueAsBytes(licence));
    assertThat(outcome.toString()).contains("accepted");
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  @Test
  void a_page_of_the_copy_is_a_picture_on_record_by_itself() throws IOException {
    EdgeClient.Reply reply = window.preview(code(1), CASE, "");
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    assertThat(reply.header("Content-Type")).isEqualTo("image/png");
    assertThat(reply.header("Licencehub-Page")).isEqualTo("1");
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(reply.response().body()));
    assertThat(image.getWidth()).isEqualTo(1260);
    List<String> actions =
        hub.as(Role.AUDITOR)
            .get("/api/v1/accesses?limit=100")
            .json(200)
            .required("accesses")
            .valueStream()
            .map(it -> it.required("action").asString())
            .toList();
    assertThat(actions).contains("uses.preview");
  }

  @Test
  void the_licences_own_file_is_shown_where_there_is_one() throws IOException {
    EdgeClient.Reply reply = window.preview(code(2), CASE, "?of=licence");
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    assertThat(ImageIO.read(new ByteArrayInputStream(reply.response().body()))).isNotNull();
    assertThat(window.preview(code(1), CASE, "?of=licence").problem()).isEqualTo("not-found");
  }

  @Test
  void a_page_there_is_not_and_parameters_that_mean_nothing_are_problems() {
    String code = code(1);
    assertThat(window.preview(code, CASE, "?page=9").problem()).isEqualTo("not-found");
    assertThat(window.preview(code, CASE, "?page=0").problem()).isEqualTo("request-malformed");
    assertThat(window.preview(code, CASE, "?of=seal").problem()).isEqualTo("request-malformed");
  }

  @Test
  void who_may_not_have_the_copy_may_not_see_it() {
    assertThat(window.preview(window.code(CASE, 1), CASE, "").problem()).isEqualTo("use-refused");
    String code = code(1);
    assertThat(window.preview(code, "PREVIEW-2", "").problem()).isEqualTo("use-refused");
    UseQuestions few = new UseQuestions(hub, Guides.FEW);
    assertThat(few.preview(code, CASE, "").problem()).isEqualTo("not-found");
  }

  private static String code(int serial) {
    return window.first(CASE, WITH_COPY, serial).required("useCode").asString();
  }
}
