package licencehub.library.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import licencehub.library.FileStore.DamagedContent;
import licencehub.model.Digest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is true of the folders themselves. */
class FolderFilesTest {
  private static final byte[] CONTENT =
      "证照文件".repeat(20_000).getBytes(java.nio.charset.StandardCharsets.UTF_8);
  private static final Digest DIGEST = Digest.of(CONTENT);

  @TempDir Path temporary = Path.of("");

  @Test
  void nothing_is_made_before_the_first_file() {
    FolderFiles.open(folder());
    assertThat(folder()).doesNotExist();
  }

  @Test
  void damage_is_found_on_reading_and_mended_by_the_same_content() throws IOException {
    FolderFiles files = FolderFiles.open(folder());
    files.put(new ByteArrayInputStream(CONTENT), CONTENT.length);
    byte[] damaged = CONTENT.clone();
    damaged[CONTENT.length / 2] ^= 1;
    Files.write(place(), damaged);
    assertThatThrownBy(() -> read(files)).isInstanceOf(DamagedContent.class);
    assertThatThrownBy(() -> skipped(files)).isInstanceOf(DamagedContent.class);
    Files.write(place(), java.util.Arrays.copyOf(CONTENT, 100));
    assertThatThrownBy(() -> read(files)).isInstanceOf(DamagedContent.class);
    files.put(new ByteArrayInputStream(CONTENT), CONTENT.length);
    assertThat(read(files)).isEqualTo(CONTENT);
  }

  @Test
  void what_a_crash_left_half_written_is_removed() throws IOException {
    FolderFiles.open(folder()).put(new ByteArrayInputStream(CONTENT), CONTENT.length);
    Path half = Files.write(folder().resolve("incoming/left.part"), new byte[10]);
    FolderFiles files = FolderFiles.open(folder());
    assertThat(half).doesNotExist();
    assertThat(read(files)).isEqualTo(CONTENT);
  }

  @Test
  void only_the_owner_may_look_inside_and_nothing_half_written_is_left() throws IOException {
    FolderFiles.open(folder()).put(new ByteArrayInputStream(CONTENT), CONTENT.length);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder())))
        .isEqualTo("rwx------");
    try (Stream<Path> left = Files.list(folder().resolve("incoming"))) {
      assertThat(left).isEmpty();
    }
  }

  private Path folder() {
    return temporary.resolve("files");
  }

  private Path place() {
    String hex = DIGEST.toString();
    return folder().resolve(hex.substring(0, 2)).resolve(hex.substring(2, 4)).resolve(hex);
  }

  private static byte[] read(FolderFiles files) throws IOException {
    try (InputStream content = files.open(DIGEST).orElseThrow()) {
      return content.readAllBytes();
    }
  }

  private static long skipped(FolderFiles files) throws IOException {
    try (InputStream content = files.open(DIGEST).orElseThrow()) {
      return content.skip(Long.MAX_VALUE);
    }
  }
}
