package licencehub.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintWriter;
import java.net.URLEncoder;
import licencehub.demo.stage.Stage;
import licencehub.demo.world.Body;
import licencehub.demo.world.Story;
import tools.jackson.databind.node.ObjectNode;

/** Prints calls a newcomer can copy, about a case that was really sent. */
final class Examples {
  private static final String COUNTER = "DEMO-COUNTER-1";
  private final Stage stage;
  private final String token;
  private final PrintWriter out;

  Examples(Stage stage, String token, PrintWriter out) {
    this.stage = stage;
    this.token = token;
    this.out = out;
  }

  void print(Story story) {
    out.println();
    out.println("可以试试 Try, in another terminal:");
    out.println(
        "  export LICENCEHUB_SERVER="
            + stage.hubUrl()
            + " LICENCEHUB_TOKEN=$(./licencehub token --role operator --config "
            + stage.config()
            + ")");
    out.println("  ./licencehub status");
    out.println("  ./licencehub quarantine");
    out.println("  TOKEN=" + token);
    ObjectNode last = story.documents().getLast();
    search("\"name\":\"" + story.applicant().name().substring(0, 2) + "\"", story);
    if (story.hasLicence()) {
      search("\"identifier\":\"" + last.required("subject").asString() + "\"", story);
      use(last.required("subject").asString(), story);
    }
    exemption(story);
    String password =
        story.documents().getFirst().required("data").required("queryPassword").asString();
    out.printf(
        "  curl -s %s/api/v1/cases/%s -H 'Licencehub-Query-Password: %s'%n",
        stage.hubUrl(), story.caseNumber(), password);
    out.printf("  curl -s %s/health%n", stage.hubUrl());
    out.println("  ./licencehub demo break; ./licencehub demo fix; ./licencehub demo crash");
    out.println();
    out.flush();
  }

  /** Which of the item's documents this applicant need not submit. */
  private void exemption(Story story) {
    out.printf(
        "  curl -s %s/api/v1/exemptions -H \"Authorization: Bearer $TOKEN\""
            + " -H 'Content-Type: application/json' -d '{\"parties\":{\"applicant\":"
            + "{\"codeType\":%s,\"code\":%s}},%s}'%n",
        stage.hubUrl(),
        story.documents().getFirst().at("/data/applicant/codeType"),
        story.documents().getFirst().at("/data/applicant/code"),
        reason(story));
  }

  /** The licence for a case at the counter: a use code, by which its fields and a copy are had. */
  private void use(String licence, Story story) {
    out.printf(
        "  CODE=$(curl -s %s/api/v1/uses -H \"Authorization: Bearer $TOKEN\""
            + " -H 'Content-Type: application/json' -d '{\"licences\":[\"%s\"],\"basis\":"
            + "{\"kind\":\"by-function\"},\"copy\":true,%s}'"
            + " | sed 's/.*\"useCode\":\"\\([^\"]*\\)\".*/\\1/'); echo $CODE%n",
        stage.hubUrl(), licence, reason(story).replace(story.caseNumber(), COUNTER));
    shown("file", "copy.ofd", story);
    shown("preview", "copy.png", story);
    if (story.body().way() == Body.Way.HTTP_PUSH) {
      shown("preview?of=licence", "licence.png", story);
    }
  }

  /** The use copy, the picture of its page, and that of the file the issuer sealed. */
  private void shown(String what, String file, Story story) {
    out.printf(
        "  curl -s '%s/api/v1/uses/'$CODE'/%s' -H \"Authorization: Bearer $TOKEN\""
            + " -H 'Licencehub-Item: %s' -H 'Licencehub-Case: %s'"
            + " -H 'Licencehub-Purpose: %s' -H 'Licencehub-Operator: demo' -o %s%n",
        stage.hubUrl(),
        what,
        story.documents().getFirst().at("/data/item/code").asString(),
        COUNTER,
        URLEncoder.encode("演示核验", UTF_8),
        file);
  }

  private void search(String criterion, Story story) {
    out.printf(
        "  curl -s %s/api/v1/licences/search -H \"Authorization: Bearer $TOKEN\""
            + " -H 'Content-Type: application/json' -d '{%s,%s}'%n",
        stage.hubUrl(), criterion, reason(story));
  }

  private static String reason(Story story) {
    return "\"reason\":{\"item\":\"%s\",\"caseNumber\":\"%s\",\"purpose\":\"演示核验\",\"operator\":\"demo\"}"
        .formatted(
            story.documents().getFirst().at("/data/item/code").asString(), story.caseNumber());
  }
}
