package licencehub.hub.keys;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import licencehub.model.Unavailable;

/**
 * Secret keys in a file that only its owner may read, one a line: number, base64, when it was made.
 * The highest number is the current key. Changed only by putting a new file in its place.
 */
public record KeyFile(Path file) {
  private static final String HEAD =
      """
      # 一行一把密钥：编号 内容(base64) 建立时刻；编号最大的为当前密钥。请备份；丢失则数据无法读出。
      # One key a line: number, content (base64), when made; the highest is current. Back it up.
      """;
  private static final int BYTES = 32;
  private static final Set<PosixFilePermission> OWNER =
      PosixFilePermissions.fromString("rw-------");

  /** One line; the secret is not to be shown. */
  public record Line(int id, byte[] secret, Instant made) {
    @Override
    public String toString() {
      return "key " + id + " of " + made;
    }
  }

  /**
   * The keys, by number.
   *
   * @throws Unavailable when the file is missing, others may read it, or a line is not understood
   */
  public List<Line> read() {
    try {
      if (!OWNER.containsAll(Files.getPosixFilePermissions(file))) {
        throw new Unavailable(
            file.toString(), "他人可读；请执行 chmod 600 Others may read it: chmod 600 " + file);
      }
      List<Line> lines = new ArrayList<>();
      int number = 0;
      for (String line : Files.readAllLines(file)) {
        number++;
        if (!line.isBlank() && !line.startsWith("#")) {
          lines.add(parse(line, number));
        }
      }
      if (lines.isEmpty()) {
        throw new Unavailable(
            file.toString(), "密钥文件是空的，请从备份恢复 The key file is empty: restore it from its backup");
      }
      lines.sort(java.util.Comparator.comparingInt(Line::id));
      return lines;
    } catch (IOException e) {
      throw unavailable(e);
    }
  }

  /** Makes a new random key, which is the current one from now on. */
  public Line add(Instant now) {
    byte[] secret = new byte[BYTES];
    new SecureRandom().nextBytes(secret);
    return add(secret, now);
  }

  /** Makes this the current key. */
  Line add(byte[] secret, Instant now) {
    return change(
        lines -> {
          Line line = new Line(lines.isEmpty() ? 1 : lines.getLast().id() + 1, secret, now);
          lines.add(line);
          return line;
        });
  }

  /**
   * Takes a key off the ring for good, whose rows are all under another by now.
   *
   * @throws Unavailable when it is not there, or is the current one
   */
  public Line retire(int id) {
    return change(
        lines -> {
          Line old =
              lines.stream()
                  .filter(it -> it.id() == id && id < lines.getLast().id())
                  .findFirst()
                  .orElseThrow(
                      () ->
                          new Unavailable(
                              file.toString(),
                              "没有可退役的密钥 " + id + " There is no key " + id + " that may go"));
          lines.remove(old);
          return old;
        });
  }

  boolean exists() {
    return Files.exists(file);
  }

  private interface Change {
    Line in(List<Line> lines);
  }

  private Line change(Change change) {
    Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file has a folder");
    try (FileChannel channel =
            FileChannel.open(
                folder.resolve("keys.lock"),
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(OWNER));
        FileLock lock = channel.lock()) {
      List<Line> lines = lock.isValid() && exists() ? read() : new ArrayList<>();
      Line line = change.in(lines);
      StringBuilder text = new StringBuilder(HEAD);
      for (Line it : lines) {
        String base64 = Base64.getEncoder().encodeToString(it.secret());
        text.append("%d %s %s%n".formatted(it.id(), base64, it.made()));
      }
      Path fresh =
          Files.createTempFile(folder, "keys", ".new", PosixFilePermissions.asFileAttribute(OWNER));
      Files.writeString(fresh, text, StandardOpenOption.SYNC);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
      try (FileChannel named = FileChannel.open(folder, StandardOpenOption.READ)) {
        named.force(true);
      }
      return line;
    } catch (IOException e) {
      throw unavailable(e);
    }
  }

  private Line parse(String line, int number) {
    try {
      String[] words = line.strip().split(" +", -1);
      byte[] secret = Base64.getDecoder().decode(words[1]);
      if (words.length == 3 && secret.length >= BYTES) {
        return new Line(Integer.parseInt(words[0]), secret, Instant.parse(words[2]));
      }
    } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException e) {
      // said below, without the cause: it would repeat the secret
    }
    throw new Unavailable(
        file + ":" + number,
        "应为“编号 base64 建立时刻”，请从备份恢复 It must be number, base64 and time: restore the file");
  }

  /** What to say when it is not there and should be. */
  Unavailable missing() {
    return new Unavailable(
        file.toString(), "密钥文件不见了，请从备份恢复 The key file is gone: restore it from its backup");
  }

  private Unavailable unavailable(IOException e) {
    return e instanceof NoSuchFileException
        ? missing()
        : new Unavailable(file.toString(), "无法读写 cannot be read or written: " + e.getMessage(), e);
  }
}
