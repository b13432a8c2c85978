package licencehub.verification.ofd;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.OptionalInt;
import licencehub.verification.envelope.Refused;
import licencehub.verification.file.Faults;

/** The numbers of a ZIP file. */
final class LittleEndian {
  private static final int UNICODE_PATH = 0x7075;
  private static final int EXTRA_HEAD = 4;
  private static final int EXTENDED_TIME = 0x5455;

  /** Flags, and the first time they announce. */
  private static final int TIME_LENGTH = 5;

  private final ByteBuffer bytes;

  LittleEndian(byte[] bytes) {
    this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  int length() {
    return bytes.capacity();
  }

  int half(int at) {
    return bytes.getShort(at) & 0xffff;
  }

  int word(int at) {
    return bytes.getInt(at);
  }

  long size(int at) {
    return Integer.toUnsignedLong(bytes.getInt(at));
  }

  /** Refuses extra fields that give an entry another name (Info-ZIP Unicode Path). */
  void checkExtra(int at, int length) throws Refused {
    for (int next = at; next + EXTRA_HEAD <= at + length; next += EXTRA_HEAD + half(next + 2)) {
      if (half(next) == UNICODE_PATH) {
        throw Faults.unsafe("包内文件有第二个名称", "an entry of the package has a second name");
      }
    }
  }

  /** The time of an extended timestamp among extra fields. */
  OptionalInt modified(int at, int length) {
    for (int next = at; next + EXTRA_HEAD <= at + length; next += EXTRA_HEAD + half(next + 2)) {
      boolean whole =
          half(next + 2) >= TIME_LENGTH && next + EXTRA_HEAD + TIME_LENGTH <= at + length;
      if (half(next) == EXTENDED_TIME && whole && (bytes.get(next + EXTRA_HEAD) & 1) != 0) {
        return OptionalInt.of(word(next + EXTRA_HEAD + 1));
      }
    }
    return OptionalInt.empty();
  }

  byte[] piece(int at, int length) {
    byte[] piece = new byte[length];
    bytes.get(at, piece);
    return piece;
  }
}
