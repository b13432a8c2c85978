package licencehub.hub.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Map;
import licencehub.model.Digest;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The OpenAPI document and the page to browse it; both are made once. */
final class ApiPage {
  private final byte[] document;
  private final byte[] page;

  ApiPage(String openApi) {
    JsonNode tree = new YAMLMapper().readTree(openApi);
    this.document = openApi.getBytes(UTF_8);
    this.page = new ApiHtml(tree).page().getBytes(UTF_8);
  }

  Answer document(Call call) {
    return new Answer.Document(
        200, "application/yaml; charset=utf-8", document, Map.of("Cache-Control", "no-cache"));
  }

  /** No script, no image, no address but this one: only the page's own style is let in. */
  Answer page(Call call) {
    String style =
        Base64.getEncoder().encodeToString(Digest.of(ApiHtml.STYLE.getBytes(UTF_8)).bytes());
    return new Answer.Document(
        200,
        "text/html; charset=utf-8",
        page,
        Map.of(
            "Cache-Control",
            "no-cache",
            "Content-Security-Policy",
            "default-src 'none'; style-src 'sha256-"
                + style
                + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"));
  }
}
