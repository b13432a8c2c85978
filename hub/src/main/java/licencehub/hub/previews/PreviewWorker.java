package licencehub.hub.previews;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import licencehub.verification.FileLimits;
import licencehub.verification.PageDrawer;

/**
 * The entry of a worker: draws one page and ends. It ends as well when its time is up and when
 * whoever started it is gone, for then nobody is left to kill it.
 */
public final class PreviewWorker {
  private static final int LATE = 3;
  private static final int ORPHANED = 4;

  private PreviewWorker() {}

  /** Reads its order from standard input, writes its answer to standard output. */
  public static void main(String[] arguments) throws IOException {
    // What anything logs must not stand between the answer's bytes.
    System.setOut(System.err);
    DataInputStream in = new DataInputStream(new FileInputStream(FileDescriptor.in));
    DataOutputStream out = new DataOutputStream(new FileOutputStream(FileDescriptor.out));
    WorkOrder order = WorkOrder.read(in);
    watch("time", () -> sleep(order.millis()), LATE);
    watch("parent", () -> drain(in), ORPHANED);
    PageDrawer drawer = PageDrawer.installed(limits(order));
    if (order.isForFont()) {
      WorkAnswer.write(drawer.chineseFont().orElse(""), out);
    } else {
      WorkAnswer.write(
          drawer.draw(Path.of(order.file()), order.page(), order.watermark(), System::nanoTime),
          out);
    }
    Runtime.getRuntime().halt(0);
  }

  private static FileLimits limits(WorkOrder order) {
    FileLimits usual = FileLimits.USUAL;
    return new FileLimits(
        usual.bytes(),
        usual.entries(),
        usual.entryBytes(),
        usual.ratio(),
        usual.depth(),
        usual.signatures(),
        Duration.ofMillis(order.millis()));
  }

  private static void watch(String name, Runnable waiting, int status) {
    Thread.ofPlatform()
        .daemon()
        .name("watch-" + name)
        .start(
            () -> {
              waiting.run();
              Runtime.getRuntime().halt(status);
            });
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns when the other end is closed. */
  private static void drain(InputStream in) {
    try {
      in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      return;
    }
  }
}
