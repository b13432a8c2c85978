package licencehub.hub.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import licencehub.model.Text;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which hub to ask, and by what right. */
final class ServerOption {
  private static final String USUAL = "http://127.0.0.1:8080";
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/=-]*");
  private final Map<String, String> variables;

  @Option(
      names = "--server",
      paramLabel = "URL",
      description = {
        "枢纽地址（默认取环境变量 LICENCEHUB_SERVER，再默认 " + USUAL + "）",
        "the hub's address (default: LICENCEHUB_SERVER, then " + USUAL + ")"
      })
  private @Nullable URI server;

  @Option(
      names = "--token",
      paramLabel = "TOKEN",
      description = {
        "访问令牌；建议改用环境变量 LICENCEHUB_TOKEN，以免他人从进程列表看到",
        "bearer token; better in LICENCEHUB_TOKEN, where the process list does not show it"
      })
  private @Nullable String token;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description = {"存有令牌的文件", "a file that holds the token"})
  private @Nullable Path tokenFile;

  ServerOption(Surroundings surroundings) {
    this.variables = surroundings.variables();
  }

  HubClient client() {
    return new HubClient(address(), token());
  }

  private URI address() {
    URI wanted =
        server == null ? URI.create(variables.getOrDefault("LICENCEHUB_SERVER", USUAL)) : server;
    if (wanted.getHost() == null || !String.valueOf(wanted.getScheme()).matches("https?")) {
      throw new CommandFailed(
          Exit.USAGE,
          Text.of("枢纽地址写法不对：" + wanted, "this is no address of a hub: " + wanted),
          Text.of("例如 " + USUAL, "for example " + USUAL));
    }
    return wanted;
  }

  /** The token; empty for a caller without one. What is none at all is not shown either. */
  private String token() {
    String given = given().strip();
    if (!TOKEN.matcher(given).matches()) {
      throw new CommandFailed(
          Exit.USAGE,
          Text.of("令牌中有空白或其他不该有的字符", "the token holds blanks, or characters no token has"),
          Text.of(
              "用 ./licencehub token 重新取得，只保留标准输出",
              "get it again by ./licencehub token, and keep its standard output alone"));
    }
    return given;
  }

  private String given() {
    if (token != null) {
      return token;
    }
    if (tokenFile == null) {
      return variables.getOrDefault("LICENCEHUB_TOKEN", "");
    }
    try {
      return Files.readString(tokenFile);
    } catch (IOException e) {
      throw new CommandFailed(
          Exit.USAGE,
          Text.of("令牌文件读不出：" + tokenFile, "the token file cannot be read: " + tokenFile),
          Text.of("检查路径和权限", "check the path and its permissions"));
    }
  }
}
