package licencehub.hub.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Objects;
import java.util.function.Supplier;
import licencehub.model.Unavailable;

/** A secret in a file that only its owner may read. */
public final class SecretFile {
  private static final int LENGTH = 32;

  private SecretFile() {}

  /** The 32 random bytes in the file; new ones if the file is absent. */
  static byte[] readOrCreate(Path file) {
    try {
      byte[] secret = once(file, () -> random(LENGTH));
      if (secret.length != LENGTH) {
        throw new IllegalStateException(
            "密钥文件应为32字节，请删除后重新生成："
                + file
                + " Key file must have 32 bytes; delete it to get a new one");
      }
      return secret;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What the file holds; where it is absent it is made first, by whoever of many comes first.
   *
   * @param made its content, asked for only then
   */
  public static byte[] once(Path file, Supplier<byte[]> made) throws IOException {
    if (Files.notExists(file)) {
      create(file, made.get());
    }
    return Files.readAllBytes(file);
  }

  /** Bytes nobody can predict. */
  public static byte[] random(int length) {
    byte[] bytes = new byte[length];
    new SecureRandom().nextBytes(bytes);
    return bytes;
  }

  private static void create(Path file, byte[] secret) throws IOException {
    Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file has a folder");
    Files.createDirectories(folder);
    Path draft = Files.createTempFile(folder, "key", ".new", ownerOnly(folder));
    Files.write(draft, secret, StandardOpenOption.SYNC);
    try {
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException e) {
      // Another process was first: its key stands.
      Files.deleteIfExists(draft);
      return;
    } catch (UnsupportedOperationException e) {
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }
    Files.deleteIfExists(draft);
  }

  private static FileAttribute<?>[] ownerOnly(Path folder) {
    boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  /**
   * What a file with nothing but a secret holds, without the line break at its end.
   *
   * @throws Unavailable when it cannot be read
   */
  public static String text(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new Unavailable(
          file.toString(), "密钥文件读不到，请放好文件并检查权限 the secret file cannot be read", e);
    }
  }
}
