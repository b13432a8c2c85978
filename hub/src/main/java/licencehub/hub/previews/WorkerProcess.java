package licencehub.hub.previews;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import licencehub.hub.files.FolderTree;

/**
 * One worker: a Java virtual machine with little memory, a folder of its own, an empty environment
 * and no names of other machines, killed when its time is up.
 */
final class WorkerProcess {
  private final String main;
  private final PreviewLimits limits;
  private final Path folder;

  /**
   * @param main the class it runs
   * @param folder its own, empty
   */
  WorkerProcess(String main, PreviewLimits limits, Path folder) {
    this.main = main;
    this.limits = limits;
    this.folder = folder;
  }

  /** How a worker ended. */
  sealed interface End {
    /** By itself, in order. */
    record Answered(byte[] answer) implements End {}

    /** By itself, without an answer: out of memory, or broken. */
    record Died(int status) implements End {}

    /** Killed when its time was up. */
    record Late() implements End {}

    /** Killed when it went on and on answering. */
    record TooMuch() implements End {}
  }

  /**
   * Returns when the worker is gone.
   *
   * @throws IOException when it cannot be started
   */
  End run(WorkOrder order) throws IOException, InterruptedException {
    Process process = start();
    CompletableFuture<byte[]> answer =
        CompletableFuture.supplyAsync(() -> answer(process), Thread::startVirtualThread);
    try (DataOutputStream in = new DataOutputStream(process.getOutputStream())) {
      tell(order, in);
      byte[] bytes = answer.get(limits.patience().toMillis(), TimeUnit.MILLISECONDS);
      if (bytes.length > limits.answerBytes()) {
        return new End.TooMuch();
      }
      return process.waitFor(limits.patience().toMillis(), TimeUnit.MILLISECONDS)
          ? ended(process.exitValue(), bytes)
          : new End.Late();
    } catch (TimeoutException e) {
      return new End.Late();
    } catch (ExecutionException e) {
      return new End.Died(-1);
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  private static End ended(int status, byte[] answer) {
    return status == 0 && answer.length > 0 ? new End.Answered(answer) : new End.Died(status);
  }

  /** A worker that died before it listened is found out by its answer. */
  private static void tell(WorkOrder order, DataOutputStream in) {
    try {
      order.write(in);
    } catch (IOException e) {
      return;
    }
  }

  private byte[] answer(Process process) {
    try {
      return process.getInputStream().readNBytes(limits.answerBytes() + 1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Process start() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command())
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().clear();
    // Names of files may be Chinese, whatever the hub's own environment says.
    builder.environment().put("LC_ALL", "C.UTF-8");
    return builder.start();
  }

  private List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + limits.heap() + "m");
    command.addAll(
        List.of(
            "-XX:MaxMetaspaceSize=128m",
            "-XX:MaxDirectMemorySize=16m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:-CreateCoredumpOnCrash",
            "-XX:-UsePerfData",
            "-Djava.awt.headless=true"));
    command.add("-XX:ErrorFile=" + folder.resolve("crash.log"));
    command.add("-Djava.io.tmpdir=" + folder);
    command.add("-Duser.home=" + folder);
    // No name of another machine leads anywhere.
    command.add("-Djdk.net.hosts.file=" + folder.resolve("no-hosts"));
    command.addAll(List.of("-cp", classPath(), main));
    return command;
  }

  /** The hub's own; relative entries start from the hub's folder, not from the worker's. */
  private static String classPath() {
    String separator = System.getProperty("path.separator");
    List<String> all = new ArrayList<>();
    for (String it : System.getProperty("java.class.path").split(separator, -1)) {
      all.add(Path.of(it).toAbsolutePath().toString());
    }
    return String.join(separator, all);
  }

  /** Removes what it left. */
  void tidy() throws IOException {
    FolderTree.remove(folder);
  }
}
