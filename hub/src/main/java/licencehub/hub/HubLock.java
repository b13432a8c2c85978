package licencehub.hub;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import licencehub.model.Unavailable;
import org.jspecify.annotations.Nullable;

/** Keeps a data folder to one hub; let go of when the process ends, however it ends. */
record HubLock(FileChannel file) implements AutoCloseable {
  /**
   * @throws Unavailable when another hub runs on the folder
   */
  static HubLock take(Path data) {
    try {
      Files.createDirectories(data);
      FileChannel channel =
          FileChannel.open(
              data.resolve("hub.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = tried(channel);
      if (lock == null) {
        channel.close();
        throw new Unavailable(
            data.toString(), "另一个枢纽正在使用此数据目录 another hub is running on this folder");
      }
      return new HubLock(channel);
    } catch (IOException e) {
      throw new Unavailable(data.toString(), e.toString(), e);
    }
  }

  private static @Nullable FileLock tried(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw new Unavailable("hub.lock", e.toString(), e);
    }
  }
}
