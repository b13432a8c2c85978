package licencehub.library;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import licencehub.library.FileStore.Put.Kept;
import licencehub.library.FileStore.Put.TooLarge;
import licencehub.model.Digest;
import org.junit.jupiter.api.Test;

/** What every engine promises of licence files. */
abstract class FileContract extends DoorContract {
  private static final long MOST = 1 << 20;

  @Test
  void what_was_put_in_comes_out_under_its_digest_also_after_a_restart() throws Exception {
    byte[] content = bytes(300_000);
    assertThat(put(content)).isEqualTo(new Kept(Digest.of(content), content.length));
    reopen();
    assertThat(read(Digest.of(content))).isEqualTo(content);
    assertThat(library().files().size(Digest.of(content))).contains((long) content.length);
  }

  @Test
  void what_was_never_put_in_is_not_there() {
    Digest other = Digest.of("other".getBytes(UTF_8));
    assertThat(library().files().open(other)).isEmpty();
    assertThat(library().files().size(other)).isEmpty();
  }

  @Test
  void the_same_content_is_there_once() throws Exception {
    byte[] content = bytes(50_000);
    assertThat(put(content)).isEqualTo(put(content));
    assertThat(onDisk()).isEqualTo(1);
  }

  @Test
  void content_may_have_every_byte_it_may_have_and_not_one_more() throws Exception {
    assertThat(put(bytes((int) MOST))).isInstanceOf(Kept.class);
    byte[] large = bytes((int) MOST + 1);
    assertThat(put(large)).isEqualTo(new TooLarge(MOST));
    assertThat(library().files().size(Digest.of(large))).isEmpty();
    assertThat(onDisk()).isEqualTo(1);
  }

  @Test
  void nothing_is_kept_of_content_that_stops_coming() throws Exception {
    InputStream torn =
        new SequenceInputStream(
            new ByteArrayInputStream(bytes(200_000)),
            new InputStream() {
              @Override
              public int read() throws IOException {
                throw new IOException("the line went dead");
              }

              @Override
              public int read(byte[] bytes, int offset, int length) throws IOException {
                throw new IOException("the line went dead");
              }
            });
    assertThatThrownBy(() -> library().files().put(torn, MOST))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("dead");
    assertThat(onDisk()).isZero();
  }

  @Test
  void empty_content_is_content() throws Exception {
    assertThat(put(new byte[0])).isEqualTo(new Kept(Digest.of(), 0));
    assertThat(read(Digest.of())).isEmpty();
  }

  @Test
  void many_may_put_the_same_and_other_content_in_at_once() throws Exception {
    byte[] same = bytes(70_000);
    List<Future<FileStore.Put>> puts = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (int i = 0; i < 24; i++) {
        byte[] content = i % 2 == 0 ? same : bytes(1_000 + i);
        puts.add(threads.submit(() -> put(content)));
      }
      for (Future<FileStore.Put> it : puts) {
        Kept kept = (Kept) it.get();
        assertThat(Digest.of(read(kept.digest()))).isEqualTo(kept.digest());
      }
    }
    assertThat(onDisk()).isEqualTo(13);
  }

  @Test
  void content_of_any_length_comes_out_and_tells_its_size() throws Exception {
    int segment = 64 << 10;
    for (int size : List.of(0, 1, segment - 1, segment, segment + 1, 2 * segment)) {
      byte[] content = bytes(size);
      put(content);
      assertThat(read(Digest.of(content))).isEqualTo(content);
      assertThat(library().files().size(Digest.of(content))).contains((long) size);
    }
  }

  @Test
  void what_no_event_refers_to_goes_after_its_time_and_nothing_else_does() throws Exception {
    byte[] referred = bytes(1_000);
    byte[] waiting = bytes(2_000);
    put(referred);
    put(waiting);
    assertThat(library().files().refer(Digest.of(referred))).isTrue();
    assertThat(library().files().removeUnreferenced(Instant.EPOCH)).isZero();
    reopen();
    assertThat(library().files().removeUnreferenced(Instant.MAX)).isEqualTo(1);
    assertThat(library().files().size(Digest.of(waiting))).isEmpty();
    assertThat(library().files().refer(Digest.of(waiting))).isFalse();
    assertThat(read(Digest.of(referred))).isEqualTo(referred);
    put(referred);
    assertThat(library().files().removeUnreferenced(Instant.MAX)).isZero();
    put(waiting);
    assertThat(library().files().refer(Digest.of(waiting))).isTrue();
    assertThat(library().files().removeUnreferenced(Instant.MAX)).isZero();
  }

  @Test
  void a_file_is_there_for_its_event_or_said_to_be_absent_whoever_is_first() throws Exception {
    AtomicBoolean done = new AtomicBoolean();
    try (ExecutorService sweeper = Executors.newSingleThreadExecutor()) {
      Future<?> sweeping =
          sweeper.submit(
              () -> {
                while (!done.get()) {
                  library().files().removeUnreferenced(Instant.MAX);
                }
              });
      for (int i = 1; i < 150; i++) {
        byte[] content = bytes(i);
        put(content);
        boolean kept = library().files().refer(Digest.of(content));
        assertThat(library().files().size(Digest.of(content)).isPresent()).isEqualTo(kept);
      }
      done.set(true);
      sweeping.get();
    }
  }

  @Test
  void nothing_of_it_stands_on_disk_in_the_clear() throws Exception {
    String secret = "持证主体 欧阳示例";
    put((secret + " ".repeat(100_000)).getBytes(UTF_8));
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path it : all.filter(Files::isRegularFile).toList()) {
        String stored = Files.readString(it, java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(stored)
            .doesNotContain(
                new String(secret.getBytes(UTF_8), java.nio.charset.StandardCharsets.ISO_8859_1));
      }
    }
  }

  @Test
  void a_new_key_counts_at_once_and_the_old_one_can_go_when_rotation_is_done() throws Exception {
    byte[] before = bytes(200_000);
    byte[] after = bytes(100_000);
    put(before);
    put(bytes(10));
    keys.hold(List.of(SampleKeys.data(1), SampleKeys.data(2)), List.of(SampleKeys.index(1)));
    put(after);
    assertThat(library().rotation().progress().keys()).containsExactly(1);
    KeyRotation.Progress progress = library().rotation().step(1);
    while (!progress.isDone()) {
      assertThat(read(Digest.of(before))).isEqualTo(before);
      progress = library().rotation().step(1);
    }
    keys.hold(List.of(SampleKeys.data(2)), List.of(SampleKeys.index(1)));
    reopen();
    assertThat(read(Digest.of(before))).isEqualTo(before);
    assertThat(read(Digest.of(after))).isEqualTo(after);
  }

  private FileStore.Put put(byte[] content) throws IOException {
    return library().files().put(new ByteArrayInputStream(content), MOST);
  }

  private byte[] read(Digest digest) throws IOException {
    try (InputStream content = library().files().open(digest).orElseThrow()) {
      return content.readAllBytes();
    }
  }

  /** Files of an embedded engine that hold content, whole or half. */
  private long onDisk() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .filter(it -> !it.getFileName().toString().startsWith("library."))
          .filter(it -> it.toFile().length() > 0)
          .count();
    }
  }

  private static byte[] bytes(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }
}
