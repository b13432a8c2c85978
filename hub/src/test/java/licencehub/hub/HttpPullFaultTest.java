package licencehub.hub;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import licencehub.connectors.httppull.Front;
import licencehub.hub.config.ConfigDraft;

/** A department's HTTP service fails. */
class HttpPullFaultTest extends SourceFaultContract {
  @SuppressWarnings("NullAway.Init")
  private Front front;

  @Override
  String dependency() {
    return "HTTP service of a department";
  }

  @Override
  String cause(Way way) {
    return "cannot be read since";
  }

  @Override
  void startServer(Path folder) throws Exception {
    front = new Front();
    line.leadTo(front.line().port());
  }

  @Override
  void stopServer() {
    front.close();
  }

  @Override
  void kill() {
    front.stop();
  }

  @Override
  void startAgain() throws Exception {
    front.start();
  }

  @Override
  String reached(ConfigDraft draft) throws Exception {
    Files.writeString(draft.folder().resolve("token.txt"), Front.TOKEN);
    return """
    connector: http-pull
    dialect: native
    mapping: {unsigned: true}
    settings:
      {url: "http://127.0.0.1:%d/api/cases", items: /data/list, next: /data/next,
       cursorParameter: after, pageSizeParameter: limit, tokenFile: token.txt,
       allowPlainHttp: true, timeout: PT2S}"""
        .formatted(line.port());
  }

  @Override
  void leave(List<String> numbers) throws Exception {
    cases.documents(numbers).forEach(front::add);
  }
}
