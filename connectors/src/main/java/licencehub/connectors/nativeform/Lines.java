package licencehub.connectors.nativeform;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Takes bytes apart into lines that end with LF or CRLF, and skips empty ones and a byte order
 * mark. A line longer than the limit comes cut to one byte more than the limit, so that whoever
 * reads it sees that it is too long, and the lines after it come as they are.
 */
public final class Lines {
  /** The longest record the native form takes, in bytes. */
  public static final int LONGEST = 1_048_576;

  private final InputStream in;
  private final int longest;
  private long number;
  private long read;

  /** One line with its number, counted from 1. */
  public record Line(long number, byte[] bytes) {}

  public Lines(InputStream in) {
    this(in, LONGEST, 0, 0);
  }

  /**
   * Goes on in the middle.
   *
   * @param in buffered, at byte {@code read}
   * @param longest the limit, in bytes
   * @param number lines before
   * @param read bytes before
   */
  public Lines(InputStream in, int longest, long number, long read) {
    this.in = in;
    this.longest = longest;
    this.number = number;
    this.read = read;
  }

  /** Lines taken so far, empty ones included. */
  public long number() {
    return number;
  }

  /** Bytes taken so far. */
  public long read() {
    return read;
  }

  /** The next line that is not empty, null at the end. */
  public @Nullable Line next() throws IOException {
    while (true) {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      int last = fill(line);
      if (last < 0 && line.size() == 0) {
        return null;
      }
      byte[] bytes = trim(line.toByteArray());
      number++;
      if (bytes.length > 0) {
        return new Line(number, bytes);
      }
      if (last < 0) {
        return null;
      }
    }
  }

  private int fill(ByteArrayOutputStream line) throws IOException {
    int next = take();
    while (next >= 0 && next != '\n') {
      if (line.size() <= longest || isMark(line)) {
        line.write(next);
      }
      next = take();
    }
    return next;
  }

  private boolean isMark(ByteArrayOutputStream line) {
    return number == 0 && line.size() <= longest + 3;
  }

  private int take() throws IOException {
    int next = in.read();
    read += next < 0 ? 0 : 1;
    return next;
  }

  private byte[] trim(byte[] line) {
    int from = number == 0 && startsWithMark(line) ? 3 : 0;
    int to = line.length;
    while (to > from && isBlank(line[to - 1])) {
      to--;
    }
    while (from < to && isBlank(line[from])) {
      from++;
    }
    byte[] bytes = new byte[Math.min(to - from, longest + 1)];
    System.arraycopy(line, from, bytes, 0, bytes.length);
    return bytes;
  }

  private static boolean startsWithMark(byte[] line) {
    return line.length >= 3
        && line[0] == (byte) 0xEF
        && line[1] == (byte) 0xBB
        && line[2] == (byte) 0xBF;
  }

  private static boolean isBlank(byte value) {
    return value == ' ' || value == '\t' || value == '\r';
  }
}
