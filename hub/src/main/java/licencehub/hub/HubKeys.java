package licencehub.hub;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Set;
import licencehub.hub.access.SecretFile;
import licencehub.hub.config.HubSettings;
import licencehub.hub.keys.FollowedKeys;
import licencehub.hub.keys.KeyCommand;
import licencehub.hub.keys.KeyFolder;
import licencehub.model.Unavailable;
import licencehub.model.code.SourceId;

/**
 * The hub's secrets in the data folder, each made at random when first needed and readable by the
 * hub's own account only. There are no default passwords.
 */
record HubKeys(Path folder) {
  private static final Set<PosixFilePermission> OWNER_FOLDER =
      PosixFilePermissions.fromString("rwx------");
  private static final int PASSWORD_BYTES = 18;

  /** How soon a key that was put into a file counts. */
  private static final Duration LOOK = Duration.ofSeconds(1);

  private static final Duration ASK = Duration.ofMinutes(1);

  HubKeys {
    try {
      Files.createDirectories(folder);
      Files.setPosixFilePermissions(folder, OWNER_FOLDER);
    } catch (IOException e) {
      throw new Unavailable(folder.toString(), "cannot be made private: " + e.getMessage(), e);
    }
  }

  /**
   * What the library is encrypted and indexed with: from files here, or from a command.
   *
   * @param fresh whether there is no library yet, so that first keys are to be made
   */
  FollowedKeys ring(HubSettings.Keys settings, boolean fresh, InstantSource clock) {
    return settings.command().isEmpty()
        ? new FollowedKeys(new KeyFolder(folder, clock).makeMissing(fresh), LOOK)
        : new FollowedKeys(new KeyCommand(settings.command()), ASK);
  }

  /** The file the ledger's signing key stands in. */
  Path ledger() {
    return folder.resolve("ledger.pem");
  }

  /** The file the ledger's SM2 key stands in. */
  Path ledgerSm2() {
    return folder.resolve("ledger-sm2.pem");
  }

  /** The folder of the hub's own seal, below that of all keys. */
  static Path seal(Path folder) {
    return folder.resolve("seal");
  }

  /** The file the token key stands in. */
  Path tokens() {
    return folder.resolve("tokens.key");
  }

  /** The file of the key that stands before the numbers callers give their requests. */
  Path requests() {
    return folder.resolve("requests.key");
  }

  /** The password a source's department uses at the embedded broker. */
  char[] brokerPassword(SourceId source) {
    Path file = folder.resolve("broker").resolve(source + ".txt");
    try {
      return new String(SecretFile.once(file, HubKeys::password), US_ASCII).strip().toCharArray();
    } catch (IOException e) {
      throw new Unavailable(file.toString(), "cannot be read or made: " + e.getMessage(), e);
    }
  }

  private static byte[] password() {
    return Base64.getUrlEncoder().withoutPadding().encode(SecretFile.random(PASSWORD_BYTES));
  }
}
