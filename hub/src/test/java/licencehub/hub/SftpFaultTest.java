package licencehub.hub;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import licencehub.connectors.files.SftpServer;
import licencehub.hub.config.ConfigDraft;

/** A department's SFTP server fails. */
class SftpFaultTest extends SourceFaultContract {
  @SuppressWarnings("NullAway.Init")
  private Path out;

  @SuppressWarnings("NullAway.Init")
  private SftpServer server;

  @Override
  String dependency() {
    return "SFTP server of a department";
  }

  @Override
  String cause(Way way) {
    return "cannot be read since";
  }

  @Override
  void startServer(Path folder) throws Exception {
    out = Files.createDirectories(folder.resolve("root/out"));
    server = new SftpServer(folder.resolve("root"));
    line.leadTo(server.line().port());
  }

  @Override
  void stopServer() throws Exception {
    server.close();
  }

  @Override
  void kill() throws Exception {
    server.stop();
  }

  @Override
  void startAgain() throws Exception {
    server.start();
  }

  @Override
  String reached(ConfigDraft draft) throws Exception {
    SftpServer.password(draft.folder());
    return """
    connector: sftp
    dialect: native
    mapping: {unsigned: true}
    settings:
      {host: 127.0.0.1, port: %d, user: department, folder: /out, timeout: PT5S,
       passwordFile: secrets/sftp.txt, fingerprint: "%s"}"""
        .formatted(line.port(), SftpServer.fingerprint());
  }

  @Override
  void leave(List<String> numbers) throws Exception {
    Path part = out.resolve(numbers.getFirst() + ".part");
    Files.write(part, cases.documents(numbers));
    Files.move(part, out.resolve(numbers.getFirst() + ".ndjson"), StandardCopyOption.ATOMIC_MOVE);
  }
}
