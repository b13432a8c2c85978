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
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
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
    keep(files);
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
    keep(files);
    byte[] other = "other".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    files.put(new ByteArrayInputStream(other), other.length);
    Files.copy(
        files.places().waiting(Digest.of(other)), place(), StandardCopyOption.REPLACE_EXISTING);
    assertThatThrownBy(() -> read(files)).isInstanceOf(Unavailable.class);
  }

  @Test
  void files_from_before_are_read_and_encrypted_by_and_by() throws IOException {
    keep(FolderFiles.open(folder(), keys));
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
    keep(files);
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
  void what_no_event_refers_to_comes_under_the_new_key_as_well_and_gets_no_younger()
      throws IOException {
    FolderFiles files = FolderFiles.open(folder(), keys);
    files.put(new ByteArrayInputStream(CONTENT), CONTENT.length);
    Path waiting = files.places().waiting(DIGEST);
    FileTime old = FileTime.fromMillis(1_000_000_000_000L);
    Files.setLastModifiedTime(waiting, old);
    keys.hold(List.of(SampleKeys.data(1), SampleKeys.data(2)), List.of(SampleKeys.index(1)));
    FileRotation rotation = new FileRotation(NOTHING_ELSE, files, keys);
    assertThat(rotation.step(10).moved()).isEqualTo(1);
    assertThat(rotation.progress().isDone()).isTrue();
    assertThat(Files.getLastModifiedTime(waiting)).isEqualTo(old);
    assertThat(read(files)).isEqualTo(CONTENT);
  }

  @Test
  void what_a_hub_that_stood_still_was_removing_is_decided_by_the_next() throws IOException {
    FolderFiles files = FolderFiles.open(folder(), keys);
    files.put(new ByteArrayInputStream(CONTENT), CONTENT.length);
    Path waiting = files.places().waiting(DIGEST);
    Path leaving = waiting.resolveSibling(DIGEST + ".some-hub.leaving");
    Files.move(waiting, leaving);
    assertThat(files.refer(DIGEST)).isFalse();
    assertThat(files.removeUnreferenced(Instant.EPOCH)).isZero();
    assertThat(read(files)).isEqualTo(CONTENT);
    Files.move(waiting, leaving);
    assertThat(files.removeUnreferenced(Instant.MAX)).isEqualTo(1);
    assertThat(files.open(DIGEST)).isEmpty();
  }

  /** Two hubs on one folder: one removes, the other refers and puts in, as fast as they can. */
  @Test
  void what_was_said_to_be_there_for_an_event_is_never_removed() throws Exception {
    FolderFiles one = FolderFiles.open(folder(), keys);
    FolderFiles two = FolderFiles.open(folder(), keys);
    AtomicBoolean over = new AtomicBoolean();
    CompletableFuture<Void> remover =
        CompletableFuture.runAsync(
            () -> {
              while (!over.get()) {
                one.removeUnreferenced(Instant.MAX);
              }
            });
    int there = 0;
    for (int i = 0; i < 300; i++) {
      byte[] content = ("file " + i).getBytes(java.nio.charset.StandardCharsets.UTF_8);
      two.put(new ByteArrayInputStream(content), content.length);
      Digest digest = Digest.of(content);
      boolean said = (i % 2 == 0 ? one : two).refer(digest);
      assertThat(two.size(digest).isPresent()).isEqualTo(said);
      there += said ? 1 : 0;
    }
    over.set(true);
    remover.get(1, TimeUnit.MINUTES);
    one.removeUnreferenced(Instant.MAX);
    try (Stream<Path> left = Files.walk(folder())) {
      assertThat(left.filter(it -> it.toString().endsWith(Places.SEALED))).hasSize(there);
    }
  }

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
    return new Places(folder()).sealed(DIGEST);
  }

  /** Content that an event refers to. */
  private static void keep(FolderFiles files) throws IOException {
    files.put(new ByteArrayInputStream(CONTENT), CONTENT.length);
    assertThat(files.refer(DIGEST)).isTrue();
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
