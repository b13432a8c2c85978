package licencehub.hub.http;

import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import tools.jackson.databind.JsonNode;

/** Renders an OpenAPI document as one HTML page that works without scripts. */
final class ApiHtml {
  static final String STYLE =
      """
      body{font:16px/1.6 system-ui,"Noto Sans CJK SC","Microsoft YaHei",sans-serif;max-width:62rem;margin:0 auto;padding:1rem;color:#1b1f24;background:#fff}
      h1{font-size:1.5rem}h2{font-size:1.2rem;margin-top:2rem;border-bottom:1px solid #c9d1d9}
      details{border:1px solid #c9d1d9;border-radius:6px;margin:.5rem 0;padding:.4rem .8rem}
      summary{cursor:pointer}code{font-family:ui-monospace,Consolas,monospace;font-size:.9em}
      .m{display:inline-block;min-width:4.5rem;font-weight:700}.r{color:#57606a}
      table{border-collapse:collapse;width:100%;margin:.5rem 0}
      th,td{border:1px solid #d0d7de;padding:.25rem .5rem;text-align:left;vertical-align:top}
      @media(prefers-color-scheme:dark){body{background:#0d1117;color:#e6edf3}.r{color:#9da7b1}}
      """;

  private static final List<String> METHODS = List.of("get", "post", "put", "delete");

  private final JsonNode api;
  private final StringBuilder html = new StringBuilder();

  ApiHtml(JsonNode api) {
    this.api = api;
  }

  String page() {
    String title = text(api.path("info").path("title"));
    html.append("<!doctype html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\">")
        .append("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>")
        .append(title)
        .append("</title><style>")
        .append(STYLE)
        .append("</style></head><body><header><h1>")
        .append(title)
        .append(" <small class=\"r\">")
        .append(text(api.path("info").path("version")))
        .append("</small></h1>");
    paragraph(api.path("info").path("description"));
    html.append("<p><a href=\"/api/openapi.yaml\">openapi.yaml</a></p></header><main>")
        .append("<h2>接口 Operations</h2>");
    api.path("paths").forEachEntry(this::path);
    html.append("<h2>数据结构 Schemas</h2>");
    api.path("components").path("schemas").forEachEntry(this::schema);
    return html.append("</main></body></html>\n").toString();
  }

  private void path(String path, JsonNode item) {
    for (String method : METHODS) {
      if (item.has(method)) {
        operation(path, method, item.path(method));
      }
    }
  }

  private void operation(String path, String method, JsonNode operation) {
    html.append("<details id=\"")
        .append(text(operation.path("operationId")))
        .append("\"><summary>")
        .append("<span class=\"m\">")
        .append(method.toUpperCase(Locale.ROOT))
        .append("</span><code>")
        .append(escape(path))
        .append("</code> ")
        .append(text(operation.path("summary")))
        .append("</summary>");
    paragraph(operation.path("description"));
    StringJoiner roles = new StringJoiner(", ");
    operation.path("x-roles").forEach(it -> roles.add(text(it)));
    html.append("<p class=\"r\">角色 Roles: ").append(roles).append("</p>");
    parameters(operation.path("parameters"));
    contents("请求 Request", operation.path("requestBody"));
    operation.path("responses").forEachEntry((status, it) -> contents(status, resolved(it)));
    html.append("</details>");
  }

  private void parameters(JsonNode parameters) {
    if (parameters.isEmpty()) {
      return;
    }
    html.append("<table><tr><th>参数 Parameter</th><th>位置 In</th><th>说明 Meaning</th></tr>");
    for (JsonNode reference : parameters) {
      JsonNode parameter = resolved(reference);
      boolean required = parameter.path("required").asBoolean(false);
      row(
          "<code>" + text(parameter.path("name")) + "</code>" + (required ? " *" : ""),
          text(parameter.path("in")),
          text(parameter.path("description")) + ' ' + type(parameter.path("schema")));
    }
    html.append("</table>");
  }

  private void contents(String label, JsonNode body) {
    if (body.isMissingNode()) {
      return;
    }
    html.append("<p><strong>")
        .append(escape(label))
        .append("</strong> ")
        .append(text(body.path("description")));
    body.path("content")
        .forEachEntry(
            (mediaType, it) ->
                html.append("<br><code>")
                    .append(escape(mediaType))
                    .append("</code> ")
                    .append(type(it.path("schema"))));
    html.append("</p>");
  }

  private void schema(String name, JsonNode schema) {
    html.append("<details id=\"schema-")
        .append(escape(name))
        .append("\"><summary><code>")
        .append(escape(name))
        .append("</code> ")
        .append(text(schema.path("title")))
        .append("</summary>");
    paragraph(schema.path("description"));
    html.append("<table><tr><th>键 Key</th><th>类型 Type</th><th>说明 Meaning</th></tr>");
    schema
        .path("properties")
        .forEachEntry(
            (key, it) ->
                row("<code>" + escape(key) + "</code>", type(it), text(it.path("description"))));
    html.append("</table></details>");
  }

  private void row(String... cells) {
    html.append("<tr>");
    for (String cell : cells) {
      html.append("<td>").append(cell).append("</td>");
    }
    html.append("</tr>");
  }

  private void paragraph(JsonNode text) {
    if (text.isString()) {
      html.append("<p>").append(text(text).replace("\n\n", "</p><p>")).append("</p>");
    }
  }

  private static String type(JsonNode schema) {
    if (schema.path("$ref").isString()) {
      String name = schema.path("$ref").asString();
      String last = escape(name.substring(name.lastIndexOf('/') + 1));
      return "<a href=\"#schema-" + last + "\">" + last + "</a>";
    }
    JsonNode type = schema.path("type");
    String items = schema.has("items") ? " &lt;" + type(schema.path("items")) + "&gt;" : "";
    return (type.isString() ? text(type) : escape(type.isMissingNode() ? "" : type.toString()))
        + items;
  }

  private JsonNode resolved(JsonNode node) {
    String reference = node.path("$ref").asString("");
    return reference.startsWith("#/") ? api.at(reference.substring(1)) : node;
  }

  private static String text(JsonNode node) {
    return escape(node.asString(""));
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
