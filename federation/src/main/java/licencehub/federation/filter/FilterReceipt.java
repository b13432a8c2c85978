package licencehub.federation.filter;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import licencehub.model.MalformedValue;
import licencehub.model.Text;

/** A whole filter on its way here, piece after piece into a file. */
final class FilterReceipt {
  private final Path file;
  private final FilterAnswer.Whole whole;
  private long received;

  private FilterReceipt(Path file, FilterAnswer.Whole whole) {
    this.file = file;
    this.whole = whole;
  }

  static FilterReceipt begin(Path file, FilterAnswer.Whole whole) throws IOException {
    FileChannel.open(file, CREATE, WRITE, TRUNCATE_EXISTING).close();
    return new FilterReceipt(file, whole);
  }

  static MalformedValue unsound(String what, String value) {
    return MalformedValue.of(
        Text.of("对等枢纽的过滤器答复（" + what + "）", "what a peer answers of its filter (" + what + ")"),
        value,
        Text.of("与已有内容不符", "does not fit what is there"),
        "version 7 after 6");
  }

  FilterGeneration generation() {
    return whole.generation();
  }

  /** Bytes so far. */
  long received() {
    return received;
  }

  /** Takes the next piece; tells whether it was the last. */
  boolean take(FilterAnswer.Piece piece) throws IOException {
    byte[] bytes = piece.bytes();
    boolean fits =
        piece.generation().equals(whole.generation())
            && piece.offset() == received
            && bytes.length > 0
            && bytes.length <= whole.length() - received
            && piece.checksum() == FilterHeader.checksum(bytes, bytes.length);
    if (!fits) {
      throw unsound("piece", "offset " + piece.offset());
    }
    try (FileChannel to = FileChannel.open(file, WRITE, APPEND)) {
      DurableFile.write(to, ByteBuffer.wrap(bytes));
      received += bytes.length;
      if (received == whole.length()) {
        to.force(true);
      }
    }
    return received == whole.length();
  }

  /**
   * The filter, when it is all here.
   *
   * @throws MalformedValue when it is not the one that was promised
   */
  HolderFilter whole() throws IOException {
    HolderFilter filter = HolderFilter.open(file);
    if (!filter.header().key().generation().equals(whole.generation())) {
      throw unsound("generation", filter.header().key().generation().text());
    }
    return filter;
  }
}
