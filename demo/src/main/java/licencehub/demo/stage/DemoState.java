package licencehub.demo.stage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import licencehub.demo.stage.Stage.Ports;
import licencehub.model.MalformedValue;
import licencehub.model.Text;
import licencehub.model.Unavailable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a running demo leaves in its folder, so that {@code demo break}, {@code fix} and {@code
 * crash} find it.
 *
 * @param demo process that plays the departments
 * @param hub process of the hub
 */
public record DemoState(long demo, long hub, int departments, Ports ports) {
  private static final String FILE = "demo.json";
  private static final JsonMapper JSON = new JsonMapper();

  /** The state left in the folder, whether or not that demo still runs. */
  public static Optional<DemoState> find(Path folder) {
    Path file = folder.resolve(FILE);
    try {
      return Files.exists(file)
          ? Optional.of(JSON.readValue(Files.readString(file), DemoState.class))
          : Optional.empty();
    } catch (IOException e) {
      throw new Unavailable(file.toString(), e.toString(), e);
    }
  }

  /** Writes itself so that a reader sees the old state or the new, never half of one. */
  public void keep(Path folder) {
    try {
      Path fresh = Files.createTempFile(folder, "demo", ".new");
      Files.writeString(fresh, JSON.writeValueAsString(this));
      Files.move(
          fresh,
          folder.resolve(FILE),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new Unavailable(folder.toString(), e.toString(), e);
    }
  }

  /** Whether the demo that wrote this is still running. */
  public boolean isRunning() {
    return ProcessHandle.of(demo).map(ProcessHandle::isAlive).orElse(false);
  }

  /**
   * Makes a folder fit for a new demo: a folder an ended demo left is cleared, any other content is
   * left alone and refused.
   */
  public static void clear(Path folder) {
    try {
      Files.createDirectories(folder);
      Optional<DemoState> old = find(folder);
      boolean empty = isEmpty(folder);
      if (!empty && (old.isEmpty() || old.get().isRunning())) {
        throw MalformedValue.of(
            Text.of("演示目录", "demo folder"),
            folder.toString(),
            Text.of(
                "应为空，或为已结束的演示所留；请换目录或先结束正在运行的演示",
                "must be empty, or left by a demo that has ended"),
            "--dir data/another");
      }
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path it : all.sorted(Comparator.reverseOrder()).toList()) {
          if (!it.equals(folder)) {
            Files.delete(it);
          }
        }
      }
    } catch (IOException e) {
      throw new Unavailable(folder.toString(), e.toString(), e);
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> content = Files.list(folder)) {
      return content.findAny().isEmpty();
    }
  }
}
