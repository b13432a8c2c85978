package licencehub.library.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import licencehub.library.FileStore.DamagedContent;
import licencehub.library.FileStore.Put;
import licencehub.library.KeyRotation;
import licencehub.library.SampleKeys;
import licencehub.model.Digest;
import licencehub.model.Unavailable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is true of the folders themselves. */
class FolderFilesTest {
  private static final byte[] CONTENT =
      "证照文件".repeat(20_000).getBytes(java.nio.charset.StandardCharsets.UTF_8);
  private static final Digest DIGEST = Digest.of(CONTENT);

  private final SampleKeys keys = new SampleKeys();
  @TempDir Path temporary = Path.of("");

  @Test
  void nothing_is_made_before_the_first_file() {
    FolderFiles.open(folder(), keys);
    assertThat(folder()).doesNotExist();
  }

  @Test
  void damage_is_found_on_reading_and_mended_by_the_same_content() throws IOException {
    FolderFiles files = FolderFiles.open(folder(), keys);
    files.put(new ByteArrayInputStream(CONTENT), CONTENT.length);
    byte[] sound = Files.readAllBytes(place());
    byte[] damaged = sound.clone();
    damaged[sound.length / 2] ^= 1;
    Files.write(place(), damaged);
    assertThatThrownBy(() -> read(files)).isInstanceOf(DamagedContent.class);
    assertThatThrownBy(() -> skipped(files)).isInstanceOf(DamagedContent.class);
    for (byte[] other : otherOrders(sound)) {
      Files.write(place(), other);
      assertThatThrownBy(() -> read(files)).isInstanceOf(DamagedContent.class);
    }
    files.put(new ByteArrayInputStream(CONTENT), CONTENT.length);
    assertThat(read(files)).isEqualTo(CONTENT);
  }

  /** Cut after a segment, in one, in the head; two segments in each other's place; one twice. */
  private static List<byte[]> otherOrders(byte[] sound) {
    int first = Segments.HEAD;
    int second = first + Segments.WHOLE;
    byte[] swapped = sound.clone();
    System.arraycopy(sound, first, swapped, second, Segments.WHOLE);
    System.arraycopy(sound, second, swapped, first, Segments.WHOLE);
    byte[] twice = Arrays.copyOf(sound, sound.length + Segments.WHOLE);
    System.arraycopy(sound, first, twice, second, sound.length - first);
    return List.of(
        Arrays.copyOf(sound, second),
        Arrays.copyOf(sound, second + 10),
        Arrays.copyOf(sound, 10),
        swapped,
        twice);
  }

  @Test
  void a_file_in_the_place_of_another_does_not_open() throws IOException {
    FolderFiles files = FolderFiles.open(folder(), keys);
    files.put(new ByteArrayInputStream(CONTENT), CONTENT.length);
    byte[] other = "other".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    files.put(new ByteArrayInputStream(other), other.length);
    Files.copy(
        files.places().sealed(Digest.of(other)), place(), StandardCopyOption.REPLACE_EXISTING);
    assertThatThrownBy(() -> read(files)).isInstanceOf(Unavailable.class);
  }

  @Test
  void files_from_before_are_read_and_encrypted_by_and_by() throws IOException {
    FolderFiles.open(folder(), keys).put(new ByteArrayInputStream(CONTENT), CONTENT.length);
    Files.delete(folder().resolve("library.keys"));
    Files.delete(place());
    Path clear = place().resolveSibling(DIGEST.toString());
    Files.write(clear, CONTENT);
    FolderFiles files = FolderFiles.open(folder(), keys);
    assertThat(read(files)).isEqualTo(CONTENT);
    assertThat(files.size(DIGEST)).contains((long) CONTENT.length);
    FileRotation rotation = new FileRotation(NOTHING_ELSE, files, keys);
    assertThat(rotation.progress().keys()).containsExactly(0);
    assertThat(rotation.progress().rows()).isEqualTo(1);
    assertThat(rotation.step(10).moved()).isEqualTo(1);
    assertThat(rotation.progress().isDone()).isTrue();
    assertThat(clear).doesNotExist();
    assertThat(read(files)).isEqualTo(CONTENT);
    assertThat(FolderFiles.open(folder(), keys).keys().others(keys.currentData())).isEmpty();
  }

  @Test
  void a_changed_file_is_left_counted_and_holds_its_key() throws IOException {
    FolderFiles files = FolderFiles.open(folder(), keys);
    files.put(new ByteArrayInputStream(CONTENT), CONTENT.length);
    byte[] damaged = Files.readAllBytes(place());
    damaged[damaged.length / 2] ^= 1;
    Files.write(place(), damaged);
    keys.hold(List.of(SampleKeys.data(1), SampleKeys.data(2)), List.of(SampleKeys.index(1)));
    FileRotation rotation = new FileRotation(NOTHING_ELSE, files, keys);
    rotation.step(10);
    assertThat(rotation.progress().stuck()).isEqualTo(1);
    assertThat(rotation.progress().keys()).containsExactly(1);
    assertThat(Files.readAllBytes(place())).isEqualTo(damaged);
  }

  private static final KeyRotation NOTHING_ELSE =
      new KeyRotation() {
        @Override
        public Progress progress() {
          return new Progress(new TreeSet<>(), 0, 0, 0, 0);
        }

        @Override
        public Progress step(int rows) {
          return progress();
        }
      };

  @Test
  void what_a_crash_left_half_written_is_removed() throws IOException {
    FolderFiles.open(folder(), keys).put(new ByteArrayInputStream(CONTENT), CONTENT.length);
    Path half = Files.write(folder().resolve("incoming/left.part"), new byte[10]);
    FolderFiles files = FolderFiles.open(folder(), keys);
    assertThat(half).doesNotExist();
    assertThat(read(files)).isEqualTo(CONTENT);
  }

  @Test
  void what_another_hub_is_writing_is_left_alone() throws IOException {
    FolderFiles files = FolderFiles.open(folder(), keys);
    InputStream slow =
        new FilterInputStream(new ByteArrayInputStream(CONTENT)) {
          @Override
          public int read(byte[] piece, int from, int length) throws IOException {
            FolderFiles.open(folder(), keys);
            return super.read(piece, from, length);
          }
        };
    assertThat(files.put(slow, CONTENT.length)).isInstanceOf(Put.Kept.class);
    assertThat(read(files)).isEqualTo(CONTENT);
  }

  @Test
  void only_the_owner_may_look_inside_and_nothing_half_written_is_left() throws IOException {
    FolderFiles.open(folder(), keys).put(new ByteArrayInputStream(CONTENT), CONTENT.length);
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
    return folder()
        .resolve(hex.substring(0, 2))
        .resolve(hex.substring(2, 4))
        .resolve(hex + Places.SEALED);
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
