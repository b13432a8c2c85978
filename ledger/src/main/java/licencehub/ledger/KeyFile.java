package licencehub.ledger;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Objects;
import java.util.Set;
import licencehub.model.MalformedValue;
import licencehub.model.Text;
import licencehub.model.Unavailable;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;
import org.bouncycastle.util.io.pem.PemWriter;

/** The ledger's private key on disk. */
final class KeyFile {
  private static final String TYPE = "PRIVATE KEY";
  private static final int MAX_BYTES = 8192;
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  /** Group read is tolerated: that is how container platforms hand a secret to a process. */
  private static final Set<PosixFilePermission> TOO_OPEN =
      PosixFilePermissions.fromString("----w-rwx");

  private KeyFile() {}

  static AsymmetricKeyParameter open(NoteAlgorithm algorithm, Path file, SecureRandom random) {
    try {
      if (Files.notExists(file)) {
        write(file, algorithm.pkcs8(algorithm.newKey(random)));
      }
      refuseTooOpen(file);
      return read(algorithm, file);
    } catch (IOException e) {
      throw new Unavailable("ledger key " + file, e.toString(), e);
    }
  }

  private static void write(Path file, byte[] key) throws IOException {
    StringWriter text = new StringWriter();
    try (PemWriter pem = new PemWriter(text)) {
      pem.writeObject(new PemObject(TYPE, key));
    }
    writeDurably(file, text.toString().getBytes(US_ASCII));
  }

  /** A checkpoint must not outlive its key: file and folder entry are on disk before first use. */
  private static void writeDurably(Path file, byte[] bytes) throws IOException {
    Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file has a folder");
    Files.createDirectories(folder);
    FileAttribute<?>[] attributes =
        isPosix(file)
            ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
            : new FileAttribute<?>[0];
    try (FileChannel channel = FileChannel.open(file, Set.of(CREATE_NEW, WRITE), attributes)) {
      channel.write(ByteBuffer.wrap(bytes));
      channel.force(true);
    }
    if (isPosix(file)) {
      try (FileChannel entry = FileChannel.open(folder, READ)) {
        entry.force(true);
      }
    }
  }

  private static AsymmetricKeyParameter read(NoteAlgorithm algorithm, Path file)
      throws IOException {
    if (Files.size(file) > MAX_BYTES) {
      throw notAKey(algorithm, file);
    }
    String text = new String(Files.readAllBytes(file), US_ASCII);
    try (PemReader pem = new PemReader(new StringReader(text))) {
      PemObject object = pem.readPemObject();
      if (object != null && TYPE.equals(object.getType())) {
        AsymmetricKeyParameter key = PrivateKeyFactory.createKey(object.getContent());
        if (algorithm.fits(key)) {
          return key;
        }
      }
      throw notAKey(algorithm, file);
    } catch (MalformedValue e) {
      throw e;
    } catch (RuntimeException | IOException e) {
      throw (MalformedValue) notAKey(algorithm, file).initCause(e);
    }
  }

  private static void refuseTooOpen(Path file) throws IOException {
    if (isPosix(file)
        && Files.getPosixFilePermissions(file).stream().anyMatch(TOO_OPEN::contains)) {
      throw MalformedValue.of(
          Text.of("账本签名密钥文件", "ledger key file"),
          file.toString(),
          Text.of("不得允许其他用户访问", "must not be open to other users"),
          "chmod 600");
    }
  }

  private static boolean isPosix(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private static MalformedValue notAKey(NoteAlgorithm algorithm, Path file) {
    return MalformedValue.of(
        Text.of("账本签名密钥文件", "ledger key file"),
        file.toString(),
        Text.of(
            "应为 PEM 格式的 " + algorithm + " 私钥（PKCS #8）",
            "must hold an " + algorithm + " private key in PEM (PKCS #8)"),
        algorithm.example());
  }
}
