package licencehub.hub.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import licencehub.hub.files.Scratch.Received;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchTest {
  private static final int MOST = 200_000;
  @TempDir Path folder;

  @Test
  void a_file_is_there_until_it_is_closed() throws IOException {
    Scratch scratch = Scratch.open(folder, MOST, 1);
    try (Received it = scratch.receive(bytes(MOST), -1)) {
      Received.Whole whole = (Received.Whole) it;
      assertThat(whole.bytes()).isEqualTo(MOST);
      assertThat(whole.path()).hasSize(MOST);
    }
    assertThat(left()).isZero();
  }

  @Test
  void one_byte_too_many_is_refused_announced_or_not_and_leaves_nothing() throws IOException {
    Scratch scratch = Scratch.open(folder, MOST, 1);
    for (long announced : new long[] {-1, 10, MOST + 1}) {
      try (Received it = scratch.receive(bytes(MOST + 1), announced)) {
        assertThat(it).isEqualTo(new Received.TooLarge(MOST));
      }
      assertThat(left()).isZero();
    }
    try (Received it = scratch.receive(bytes(5), 5)) {
      assertThat(it).isInstanceOf(Received.Whole.class);
    }
  }

  @Test
  void a_sender_that_stops_leaves_nothing_and_frees_its_place() throws IOException {
    Scratch scratch = Scratch.open(folder, MOST, 1);
    InputStream torn =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("gone");
          }

          @Override
          public int read(byte[] bytes, int offset, int length) throws IOException {
            throw new IOException("gone");
          }
        };
    assertThatThrownBy(() -> scratch.receive(torn, -1)).isInstanceOf(IOException.class);
    assertThat(left()).isZero();
    try (Received it = scratch.receive(bytes(5), 5)) {
      assertThat(it).isInstanceOf(Received.Whole.class);
    }
  }

  @Test
  void only_so_many_stand_there_at_once() throws IOException {
    Scratch scratch = Scratch.open(folder, MOST, 2);
    try (Received one = scratch.receive(bytes(5), 5);
        Received two = scratch.receive(bytes(5), 5);
        Received three = scratch.receive(bytes(5), 5)) {
      assertThat(one).isInstanceOf(Received.Whole.class);
      assertThat(two).isInstanceOf(Received.Whole.class);
      assertThat(three).isInstanceOf(Received.Crowded.class);
    }
  }

  @Test
  void what_a_crash_left_is_gone_after_the_next_start() throws IOException {
    Files.write(folder.resolve("left.part"), new byte[10]);
    assertThat(Scratch.open(folder, MOST, 1)).isNotNull();
    assertThat(left()).isZero();
  }

  private long left() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.count();
    }
  }

  private static InputStream bytes(int size) {
    return new ByteArrayInputStream(new byte[size]);
  }
}
