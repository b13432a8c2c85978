package licencehub.hub;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import licencehub.hub.cli.Launcher;
import licencehub.hub.config.ConfigFolder;
import licencehub.model.Unavailable;

/** One hub in operation: holds its data folder for itself and owns everything that runs. */
public final class HubServer implements Launcher.Running {
  private final FileChannel lock;
  private final HubParts parts;
  private final CountDownLatch stopped = new CountDownLatch(1);

  private HubServer(FileChannel lock, HubParts parts) {
    this.lock = lock;
    this.parts = parts;
  }

  /**
   * Starts a hub; returns when it takes submissions.
   *
   * @throws Unavailable when another hub runs on the same data folder, or a port is taken
   */
  public static HubServer start(ConfigFolder config, InstantSource clock) {
    FileChannel lock = lock(config.hub().data());
    try {
      return new HubServer(lock, HubParts.start(config, clock));
    } catch (RuntimeException e) {
      release(lock);
      throw e;
    }
  }

  @Override
  public int port() {
    return parts.edge().port();
  }

  @Override
  public void awaitStop() throws InterruptedException {
    stopped.await();
  }

  /** Stops taking, lets what is on its way finish, closes; a second call does nothing. */
  @Override
  public synchronized void close() {
    if (stopped.getCount() > 0) {
      try {
        parts.close();
      } finally {
        release(lock);
        stopped.countDown();
      }
    }
  }

  private static FileChannel lock(Path data) {
    try {
      Files.createDirectories(data);
      FileChannel channel =
          FileChannel.open(
              data.resolve("hub.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock == null) {
        channel.close();
        throw new Unavailable(
            data.toString(), "另一个枢纽正在使用此数据目录 another hub is running on this folder");
      }
      return channel;
    } catch (IOException e) {
      throw new Unavailable(data.toString(), e.toString(), e);
    }
  }

  private static void release(FileChannel lock) {
    try {
      lock.close();
    } catch (IOException e) {
      throw new Unavailable("hub.lock", e.toString(), e);
    }
  }
}
