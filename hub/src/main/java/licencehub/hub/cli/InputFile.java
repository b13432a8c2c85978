package licencehub.hub.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import licencehub.model.Text;

/** A small file that a command was given: receipts, keys, checkpoints. */
final class InputFile {
  private static final long LARGEST = 64L << 20;

  private InputFile() {}

  /**
   * @throws CommandFailed when it cannot be read or is too large for what it should be
   */
  static byte[] bytes(Path file) {
    try {
      if (Files.size(file) > LARGEST) {
        throw new CommandFailed(
            Exit.USAGE,
            Text.of("文件过大：" + file, "the file is too large: " + file),
            Text.of("此类文件不超过64 MiB", "such files have 64 MiB at the most"));
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new CommandFailed(
          Exit.USAGE,
          Text.of("文件读不出：" + file, "the file cannot be read: " + file),
          Text.of("检查路径和权限", "check the path and its permissions"));
    }
  }
}
