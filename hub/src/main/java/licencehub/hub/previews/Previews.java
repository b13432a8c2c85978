package licencehub.hub.previews;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import licencehub.hub.files.FolderTree;
import licencehub.hub.previews.WorkerProcess.End;
import licencehub.model.Text;
import licencehub.model.Unavailable;

/** Makes pictures of pages, each in a process of its own. Safe for many threads. */
public final class Previews {
  private final Path folder;
  private final PreviewLimits limits;
  private final String worker;
  private final Semaphore turns;

  /**
   * @param worker the class a worker runs
   */
  Previews(Path folder, PreviewLimits limits, String worker) {
    this.folder = folder;
    this.limits = limits;
    this.worker = worker;
    this.turns = new Semaphore(limits.atOnce(), true);
  }

  /**
   * @param folder where workers keep what they need meanwhile; emptied now
   * @throws Unavailable when the folder cannot be used
   */
  public static Previews open(Path folder, PreviewLimits limits) {
    try {
      FolderTree.remove(folder);
      Files.createDirectories(folder);
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
      return new Previews(folder, limits, PreviewWorker.class.getName());
    } catch (IOException e) {
      throw new Unavailable(folder.toString(), e.toString(), e);
    }
  }

  /**
   * Draws one page.
   *
   * @param file one that was found to be within the limits on files
   * @param page from 1
   * @param watermark across the page; empty for none
   * @throws Unavailable when no process can be started here
   */
  public Preview of(Path file, int page, String watermark) {
    long millis = limits.patience().toMillis();
    try {
      if (!turns.tryAcquire(limits.waiting().toMillis(), TimeUnit.MILLISECONDS)) {
        return new Preview.Crowded();
      }
      try {
        return preview(run(WorkOrder.page(file, page, watermark, millis)));
      } finally {
        turns.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unavailable("预览 preview", "interrupted", e);
    } catch (IOException e) {
      throw new Unavailable("预览 preview", e.toString(), e);
    }
  }

  /**
   * The font workers draw Chinese text with; empty where none is installed.
   *
   * @throws Unavailable when workers cannot draw here at all
   */
  public Optional<String> font() {
    try {
      return switch (run(WorkOrder.font(limits.patience().toMillis()))) {
        case End.Answered(byte[] answer) -> WorkAnswer.font(answer);
        case End.Died it -> throw new Unavailable("预览 preview", "a worker ends: " + it.status());
        case End.Late it -> throw new Unavailable("预览 preview", "a worker does not answer");
        case End.TooMuch it -> throw new Unavailable("预览 preview", "a worker answers too much");
      };
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unavailable("预览 preview", "interrupted", e);
    } catch (IOException e) {
      throw new Unavailable("预览 preview", e.toString(), e);
    }
  }

  private End run(WorkOrder order) throws IOException, InterruptedException {
    WorkerProcess process =
        new WorkerProcess(worker, limits, Files.createTempDirectory(folder, "worker"));
    try {
      return process.run(order);
    } finally {
      process.tidy();
    }
  }

  private Preview preview(End end) {
    return switch (end) {
      case End.Answered(byte[] answer) -> answered(answer);
      case End.Died it ->
          failed("绘制进程内存不足或出错，已退出", "the process that drew it ran out of memory or broke");
      case End.Late it ->
          failed(
              "超过" + limits.patience().toSeconds() + "秒未绘完，已终止",
              "it was not done after " + limits.patience().toSeconds() + " s and was ended");
      case End.TooMuch it ->
          failed("图像过大，已终止", "the picture grew too large, and making it was ended");
    };
  }

  private static Preview answered(byte[] answer) {
    try {
      return WorkAnswer.page(answer);
    } catch (IOException e) {
      return failed("绘制进程的回答有误", "the process that drew it answered nonsense");
    }
  }

  private static Preview failed(String zh, String en) {
    return new Preview.Failed(Text.of(zh, en));
  }
}
