package licencehub.hub;

import java.nio.file.Path;
import licencehub.hub.config.ConfigDraft;

/** The collector of traces fails. */
class TracingFaultTest extends FaultContract {
  @SuppressWarnings("NullAway.Init")
  private TraceReceiver receiver;

  @Override
  String dependency() {
    return "collector of traces";
  }

  @Override
  String item() {
    return "tracing";
  }

  @Override
  String cause(Way way) {
    return "traces do not reach http://127.0.0.1:";
  }

  @Override
  void startServer(Path folder) {
    receiver = new TraceReceiver();
    line.leadTo(receiver.port());
  }

  @Override
  void stopServer() {
    receiver.close();
  }

  @Override
  void kill() {
    receiver.stop();
  }

  @Override
  void startAgain() {
    receiver.start();
  }

  @Override
  void configure(ConfigDraft draft) {
    draft.write(
        "hub.yaml",
        draft.read("hub.yaml") + "tracing: {endpoint: \"%s\"}%n".formatted(line.address()));
  }
}
