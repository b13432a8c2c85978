package licencehub.hub.cli;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import licencehub.model.Text;

/** Java, file descriptors, memory, clock, and the disk below the data folder. */
final class DoctorMachine implements Doctor {
  private static final int JAVA = 21;
  private static final long FILES = 4096;
  private static final long HEAP = 256L << 20;
  private static final Instant PLAUSIBLE = Instant.parse("2026-01-01T00:00:00Z");
  private static final int SYNCS = 20;
  private static final double SLOW_MILLIS = 20;

  private final Path data;
  private final long diskFree;
  private final InstantSource clock;

  /**
   * @param data the data folder, which need not be there yet
   * @param diskFree bytes the hub wants free
   */
  DoctorMachine(Path data, long diskFree, InstantSource clock) {
    this.data = data;
    this.diskFree = diskFree;
    this.clock = clock;
  }

  @Override
  public List<Finding> look() {
    Path existing = existing(data.toAbsolutePath());
    return List.of(java(), files(), heap(), time(existing), disk(existing), sync(existing));
  }

  private static Finding java() {
    int feature = Runtime.version().feature();
    return finding(
        Text.of("Java 版本", "Java version"),
        feature >= JAVA ? Grade.GOOD : Grade.BAD,
        Runtime.version().toString(),
        Text.of("安装 JDK 21 或更新版本", "install JDK 21 or newer"));
  }

  private static Finding files() {
    long most =
        ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
            ? unix.getMaxFileDescriptorCount()
            : FILES;
    return finding(
        Text.of("可打开文件数", "open files"),
        most >= FILES ? Grade.GOOD : Grade.WARNING,
        Long.toString(most),
        Text.of("调高限制，例如 ulimit -n 65536", "raise the limit, for example ulimit -n 65536"));
  }

  private static Finding heap() {
    long most = Runtime.getRuntime().maxMemory();
    return finding(
        Text.of("堆内存", "heap"),
        most >= HEAP ? Grade.GOOD : Grade.WARNING,
        (most >> 20) + " MiB",
        Text.of("给512 MiB，例如 -Xmx512m", "give it 512 MiB, for example -Xmx512m"));
  }

  /** The clock must be plausible, and not behind what was written here last. */
  private Finding time(Path existing) {
    Instant now = clock.instant();
    Instant last = written(existing).orElse(PLAUSIBLE);
    boolean sane = now.isAfter(PLAUSIBLE) && !now.plusSeconds(60).isBefore(last);
    return finding(
        Text.of("时钟", "clock"),
        sane ? Grade.GOOD : Grade.BAD,
        now.toString(),
        Text.of(
            "校准时钟并启用NTP（timedatectl set-ntp true）",
            "set the clock and use NTP (timedatectl set-ntp true)"));
  }

  private Finding disk(Path existing) {
    try {
      long free = Files.getFileStore(existing).getUsableSpace();
      return finding(
          Text.of("磁盘余量", "free disk"),
          free >= diskFree ? Grade.GOOD : Grade.BAD,
          (free >> 20) + " MiB (" + existing + ")",
          Text.of("清理磁盘，或改 data.folder", "make room, or move data.folder"));
    } catch (IOException e) {
      return unreadable(Text.of("磁盘余量", "free disk"), existing);
    }
  }

  /** The median time for one small write to be on disk; every group commit waits so long. */
  private static Finding sync(Path existing) {
    Text what = Text.of("落盘速度", "speed of fsync");
    try {
      Path file = Files.createTempFile(existing, ".doctor", ".tmp");
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        double[] millis = new double[SYNCS];
        for (int i = 0; i < SYNCS; i++) {
          long begun = System.nanoTime();
          channel.write(ByteBuffer.allocate(4096));
          channel.force(true);
          millis[i] = (System.nanoTime() - begun) / 1e6;
        }
        Arrays.sort(millis);
        double median = millis[SYNCS / 2];
        return finding(
            what,
            median <= SLOW_MILLIS ? Grade.GOOD : Grade.WARNING,
            String.format(Locale.ROOT, "%.2f ms", median),
            Text.of("换用固态盘，勿用网络盘", "use a solid-state disk, not a network one"));
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      return unreadable(what, existing);
    }
  }

  private static Optional<Instant> written(Path folder) {
    try {
      return Optional.of(Files.getLastModifiedTime(folder).toInstant());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Path existing(Path folder) {
    Path at = folder;
    while (at.getParent() != null && !Files.isDirectory(at)) {
      at = at.getParent();
    }
    return at;
  }

  private static Finding unreadable(Text what, Path folder) {
    return finding(
        what,
        Grade.BAD,
        folder.toString(),
        Text.of("检查目录是否可写", "check that the folder can be written to"));
  }

  private static Finding finding(Text what, Grade grade, String found, Text remedy) {
    return new Finding(what, grade, found, remedy);
  }
}
