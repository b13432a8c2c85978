package licencehub.hub.cli;

import licencehub.model.Text;
import tools.jackson.databind.JsonNode;

/** Turns a hub's problem documents (RFC 9457) into what a command tells and how it exits. */
final class Refusals {
  private static final int UNKNOWN_CALLER = 401;
  private static final int FORBIDDEN = 403;
  private static final int UNAVAILABLE = 503;

  private Refusals() {}

  static CommandFailed of(int status, JsonNode problem) {
    Text title = text(problem.path("titles"), "枢纽拒绝了请求", "the hub refused");
    String detail = problem.path("detail").asString("");
    Text message =
        Text.of(
            title.zh() + "（HTTP " + status + "）",
            title.en() + " (HTTP " + status + ")" + (detail.isEmpty() ? "" : ": " + detail));
    return new CommandFailed(
        exit(status), message, text(problem.path("remedy"), "查看枢纽日志", "look at the hub's log"));
  }

  private static Exit exit(int status) {
    return switch (status) {
      case UNKNOWN_CALLER, FORBIDDEN -> Exit.NOT_ALLOWED;
      case UNAVAILABLE -> Exit.UNREACHABLE;
      default -> Exit.FAILED;
    };
  }

  static Text text(JsonNode both, String zh, String en) {
    return Text.of(both.path("zh").asString(zh), both.path("en").asString(en));
  }
}
