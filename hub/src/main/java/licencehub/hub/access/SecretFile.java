package licencehub.hub.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Objects;

/** Random bytes in a file that only its owner may read. */
final class SecretFile {
  private static final int LENGTH = 32;

  private SecretFile() {}

  /** The secret in the file; a new one if the file is absent, whoever of many makes it first. */
  static byte[] readOrCreate(Path file) {
    try {
      if (Files.notExists(file)) {
        create(file);
      }
      byte[] secret = Files.readAllBytes(file);
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

  private static void create(Path file) throws IOException {
    Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file has a folder");
    Files.createDirectories(folder);
    Path draft = Files.createTempFile(folder, "key", ".new", ownerOnly(folder));
    byte[] secret = new byte[LENGTH];
    new SecureRandom().nextBytes(secret);
    Files.write(draft, secret);
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
}
