package licencehub.connectors.settings;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import licencehub.model.Unavailable;

/** Reads secrets, which stand in files of their own and never in settings. */
public final class Secret {
  private static final int MOST = 65_536;

  private Secret() {}

  /**
   * The text of a secret file without the line break at its end. Read anew each time, so that a
   * changed password needs no restart.
   *
   * @param home the folder {@code file} is relative to
   * @throws Unavailable naming the file, never its content
   */
  public static String text(Path home, String file) {
    return new String(bytes(home, file), UTF_8).stripTrailing();
  }

  /** The bytes of a secret file such as a key store. */
  public static byte[] bytes(Path home, String file) {
    Path path = home.resolve(file);
    try {
      if (Files.size(path) > MOST) {
        throw new Unavailable(path.toString(), "密钥文件超过64KiB the secret file is over 64 KiB");
      }
      return Files.readAllBytes(path);
    } catch (IOException e) {
      throw new Unavailable(
          path.toString(),
          "密钥文件读不到，请放好文件并检查权限 the secret file cannot be read, put it there and check permissions",
          e);
    }
  }
}
