package licencehub.hub.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import licencehub.model.Digest;
import licencehub.model.Text;

/** SHA-256 of every file of a backup, as {@code sha256sum} writes and checks it. */
record Sums(Path folder) {
  static final String NAME = "SHA256SUMS";
  private static final int DIGITS = 64;

  /** Writes them over all files there are. */
  void write() throws IOException {
    List<String> lines = new ArrayList<>();
    for (String each : files()) {
      lines.add(digest(folder.resolve(each)) + "  " + each);
    }
    Files.write(folder.resolve(NAME), lines, UTF_8);
  }

  /** The first file that is missing, more, or not as it was; empty when all is well. */
  Optional<Text> fault() throws IOException {
    Set<String> expected = new HashSet<>();
    for (String line : Files.readAllLines(folder.resolve(NAME), UTF_8)) {
      if (line.length() < DIGITS + 3) {
        return Optional.of(Text.of(NAME + " 有一行读不懂", "a line of " + NAME + " is no sum"));
      }
      String name = line.substring(DIGITS + 2);
      expected.add(name);
      Path file = folder.resolve(name).normalize();
      if (!file.startsWith(folder) || !Files.isRegularFile(file)) {
        return Optional.of(Text.of("缺少文件 " + name, "the file " + name + " is missing"));
      }
      if (!digest(file).equals(line.substring(0, DIGITS))) {
        return Optional.of(Text.of("文件已变 " + name, "the file " + name + " was changed"));
      }
    }
    return files().stream()
        .filter(it -> !expected.contains(it))
        .findFirst()
        .map(it -> Text.of("多出文件 " + it, "the file " + it + " was added"));
  }

  private List<String> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .map(it -> folder.relativize(it).toString())
          .filter(it -> !it.equals(NAME))
          .sorted()
          .toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static String digest(Path file) throws IOException {
    try (DigestInputStream in = new DigestInputStream(Files.newInputStream(file), Digest.start())) {
      in.transferTo(OutputStream.nullOutputStream());
      return Digest.wrap(in.getMessageDigest().digest()).toString();
    }
  }
}
