package licencehub.demo.stage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import licencehub.demo.world.Body;
import licencehub.model.Unavailable;

/** A random password for each department's database or SFTP account, in files of their own. */
public record Secrets(Path folder) {
  private static final int BYTES = 18;

  /** The file with the department's password, made when first asked for. */
  public Path file(Body body) {
    Path file = folder.resolve(body.source() + ".txt");
    try {
      if (!Files.exists(file)) {
        Files.createDirectories(folder);
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
      }
      return file;
    } catch (IOException e) {
      throw new Unavailable(file.toString(), e.toString(), e);
    }
  }

  public String password(Body body) {
    try {
      return Files.readString(file(body)).strip();
    } catch (IOException e) {
      throw new Unavailable(folder.toString(), e.toString(), e);
    }
  }
}
