package licencehub.hub.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import licencehub.hub.evidence.BundleLayout;
import licencehub.model.Text;

/** Files people name on the command line. */
final class InputFile {
  private static final long LARGEST = 64L << 20;
  private static final int MAGIC = 5;

  private InputFile() {}

  /**
   * The whole of a small file: receipts, keys, checkpoints.
   *
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
      throw unreadable(file);
    }
  }

  /** Whether it is, or is called, an evidence bundle, which is a ZIP as an OFD is. */
  static boolean isBundle(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] head = in.readNBytes(BundleLayout.head());
      return BundleLayout.begins(head) || file.toString().toLowerCase(Locale.ROOT).endsWith(".zip");
    } catch (IOException e) {
      throw unreadable(file);
    }
  }

  /** Whether it is, or is called, an OFD or a PDF: a damaged one still counts as one. */
  static boolean isLicenceFile(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    try (InputStream in = Files.newInputStream(file)) {
      String magic = new String(in.readNBytes(MAGIC), US_ASCII);
      return name.endsWith(".ofd")
          || name.endsWith(".pdf")
          || magic.startsWith("PK")
          || magic.equals("%PDF-");
    } catch (IOException e) {
      throw unreadable(file);
    }
  }

  /**
   * A file of this name beside another one or in the folder above it. No further up: what says whom
   * to trust must not come from a folder that somebody else can write to, as the temporary one is.
   */
  static Optional<Path> nearest(Path file, String name) {
    return Stream.iterate(
            file.toAbsolutePath().normalize().getParent(), it -> it != null, Path::getParent)
        .limit(2)
        .map(it -> it.resolve(name))
        .filter(Files::isRegularFile)
        .findFirst();
  }

  static CommandFailed unreadable(Path file) {
    return new CommandFailed(
        Exit.USAGE,
        Text.of("文件读不出：" + file, "the file cannot be read: " + file),
        Text.of("检查路径和权限", "check the path and its permissions"));
  }
}
