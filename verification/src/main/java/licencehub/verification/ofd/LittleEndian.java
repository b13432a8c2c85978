package licencehub.verification.ofd;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import licencehub.verification.envelope.Refused;
import licencehub.verification.file.Faults;

/** The numbers of a ZIP file. */
final class LittleEndian {
  private static final int UNICODE_PATH = 0x7075;
  private static final int EXTRA_HEAD = 4;
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

  byte[] piece(int at, int length) {
    byte[] piece = new byte[length];
    bytes.get(at, piece);
    return piece;
  }
}
