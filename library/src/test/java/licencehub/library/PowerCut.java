package licencehub.library;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Says what a power cut would have left of a folder, from the log of {@code powercut/shim.c}.
 * Strict: of each file exactly what its last sync covered survives, nothing written after it.
 */
final class PowerCut implements AutoCloseable {
  private static final int HEAD = 21;
  private final InputStream log;
  private final Map<String, Survivor> files = new HashMap<>();

  PowerCut(Path log) throws IOException {
    this.log = new BufferedInputStream(Files.newInputStream(log));
  }

  /** Compiles the shim; absent where there is no C compiler. */
  static Optional<Path> shim(Path folder) throws IOException, InterruptedException {
    Path source = folder.resolve("shim.c");
    Path library = folder.resolve("shim.so");
    try (InputStream shim = PowerCut.class.getResourceAsStream("/powercut/shim.c")) {
      Files.copy(shim, source, StandardCopyOption.REPLACE_EXISTING);
    }
    try {
      Process cc =
          new ProcessBuilder(
                  "cc",
                  "-shared",
                  "-fPIC",
                  "-O2",
                  "-o",
                  library.toString(),
                  source.toString(),
                  "-ldl",
                  "-lpthread")
              .inheritIO()
              .start();
      return cc.waitFor() == 0 ? Optional.of(library) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Goes on to the next record; false at the end, where a record may be cut short. */
  boolean advance() throws IOException {
    try {
      ByteBuffer head = ByteBuffer.wrap(exactly(HEAD)).order(ByteOrder.LITTLE_ENDIAN);
      char operation = (char) head.get();
      int pathLength = head.getInt();
      long offset = head.getLong();
      int length = (int) head.getLong();
      String path = new String(exactly(pathLength), UTF_8);
      byte[] content = operation == 'W' ? exactly(length) : new byte[0];
      apply(operation, path, offset, content);
      return true;
    } catch (EOFException e) {
      return false;
    }
  }

  /** What is synced of a file, absent when nothing is. */
  Optional<byte[]> synced(Path file) {
    return Optional.ofNullable(files.get(file.toString())).map(it -> it.synced.bytes());
  }

  /** What was written to a file by now, synced or not. */
  byte[] written(Path file) {
    return Optional.ofNullable(files.get(file.toString()))
        .map(Survivor::written)
        .orElseGet(() -> new byte[0]);
  }

  @Override
  public void close() throws IOException {
    log.close();
  }

  private void apply(char operation, String path, long offset, byte[] content) {
    Survivor file = files.computeIfAbsent(path, it -> new Survivor());
    switch (operation) {
      case 'W', 'L' -> file.pending.add(new Change(operation == 'L', (int) offset, content));
      case 'S' -> file.sync();
      case 'U' -> files.remove(path);
      default -> throw new IllegalStateException("the log has an operation " + operation);
    }
  }

  private byte[] exactly(int length) throws IOException {
    byte[] bytes = log.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException();
    }
    return bytes;
  }

  private record Change(boolean cut, int offset, byte[] content) {}

  /** A file with what is not synced yet beside it. */
  private static final class Survivor {
    private final Content synced = new Content();
    private final List<Change> pending = new ArrayList<>();

    void sync() {
      pending.forEach(synced::apply);
      pending.clear();
    }

    byte[] written() {
      Content all = new Content();
      all.apply(new Change(false, 0, synced.bytes()));
      pending.forEach(all::apply);
      return all.bytes();
    }
  }

  private static final class Content {
    private byte[] bytes = new byte[0];
    private int length;

    void apply(Change change) {
      int end = change.offset() + change.content().length;
      if (end > bytes.length) {
        bytes = Arrays.copyOf(bytes, Math.max(end, 2 * bytes.length));
      }
      if (change.cut()) {
        Arrays.fill(bytes, Math.min(end, bytes.length), bytes.length, (byte) 0);
        length = end;
      } else {
        System.arraycopy(change.content(), 0, bytes, change.offset(), change.content().length);
        length = Math.max(length, end);
      }
    }

    byte[] bytes() {
      return Arrays.copyOf(bytes, length);
    }
  }
}
