package licencehub.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import licencehub.library.IndexKey;
import licencehub.model.Unavailable;
import licencehub.model.code.SourceId;

/**
 * The hub's secrets in the data folder, each made at random when first needed and readable by the
 * hub's own account only. There are no default passwords.
 */
record HubKeys(Path folder) {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> OWNER_FOLDER =
      PosixFilePermissions.fromString("rwx------");
  private static final int KEY_BYTES = 32;
  private static final int PASSWORD_BYTES = 18;

  HubKeys {
    try {
      Files.createDirectories(folder);
      Files.setPosixFilePermissions(folder, OWNER_FOLDER);
    } catch (IOException e) {
      throw new Unavailable(folder.toString(), "cannot be made private: " + e.getMessage(), e);
    }
  }

  /** The key of the holder and name indexes; losing it makes holders unfindable. */
  IndexKey index() {
    return new IndexKey(
        Base64.getUrlDecoder().decode(once(folder.resolve("index.key"), KEY_BYTES)));
  }

  /** The file the ledger's signing key stands in. */
  Path ledger() {
    return folder.resolve("ledger.pem");
  }

  /** The file the ledger's SM2 key stands in. */
  Path ledgerSm2() {
    return folder.resolve("ledger-sm2.pem");
  }

  /** The file the token key stands in. */
  Path tokens() {
    return folder.resolve("tokens.key");
  }

  /** The password a source's department uses at the embedded broker. */
  char[] brokerPassword(SourceId source) {
    return once(folder.resolve("broker").resolve(source + ".txt"), PASSWORD_BYTES).toCharArray();
  }

  private static String once(Path file, int bytes) {
    try {
      if (!Files.exists(file)) {
        Files.createDirectories(file.getParent());
        byte[] random = new byte[bytes];
        new SecureRandom().nextBytes(random);
        Path fresh =
            Files.createTempFile(
                file.getParent(), "key", ".new", PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        Files.writeString(
            fresh,
            Base64.getUrlEncoder().withoutPadding().encodeToString(random),
            StandardOpenOption.SYNC);
        Files.move(fresh, file);
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new Unavailable(file.toString(), "cannot be read or made: " + e.getMessage(), e);
    }
  }
}
