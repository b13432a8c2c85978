package licencehub.demo;

import java.nio.file.Path;
import java.util.Optional;
import licencehub.demo.stage.DemoState;
import licencehub.demo.stage.Stage;
import licencehub.demo.world.Body;
import licencehub.model.Unavailable;

/** The demo that runs in another terminal. */
record RunningDemo(DemoState state, Stage stage) {
  static RunningDemo in(Path folder) {
    Optional<DemoState> state = DemoState.find(folder).filter(DemoState::isRunning);
    return state
        .map(it -> new RunningDemo(it, Stage.of(folder, it.ports(), it.departments())))
        .orElseThrow(
            () ->
                new Unavailable(
                    "演示 demo",
                    folder
                        + " 中没有正在运行的演示，请先在另一个终端运行 ./licencehub demo"
                        + " has no running demo; start ./licencehub demo in another terminal first"));
  }

  /** The department that {@code demo break} breaks: the first with Guangdong tables. */
  Body victim() {
    return stage.bodies().stream()
        .filter(it -> it.way() == Body.Way.GUANGDONG_TABLES)
        .findFirst()
        .orElseThrow();
  }

  /** Where a department notes that it changed its habits. */
  Path brokenFile() {
    return stage.outside().resolve(victim().source() + ".broken");
  }
}
