package licencehub.hub.evidence;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * Writes a ZIP of which every byte follows from names and contents: nothing is compressed, no times
 * are kept, nothing is left to a library. So whoever holds the parts can write the file again and
 * compare it, and no byte of it can change unseen.
 */
final class StoredZip {
  /** Bytes before the name in a local header. */
  static final int LOCAL = 30;

  static final int LOCAL_SIGN = 0x04034b50;
  private static final int CENTRAL = 46;
  private static final int END = 22;
  private static final int CENTRAL_SIGN = 0x02014b50;
  private static final int END_SIGN = 0x06054b50;
  private static final short VERSION = 20;

  /** The first of January 1980, the least a ZIP can say. */
  private static final short NO_DAY = 0x21;

  private static final long MOST = 0xffff_ffffL;

  private StoredZip() {}

  /**
   * @throws IllegalArgumentException when the parts are too large for a plain ZIP
   */
  static void write(List<Part> parts, OutputStream out) throws IOException {
    long total = parts.stream().mapToLong(it -> it.size() + it.name().length() * 2L + LOCAL).sum();
    if (total > MOST - parts.size() * (long) CENTRAL - END) {
      throw new IllegalArgumentException("a bundle has less than 4 GiB, not " + total);
    }
    for (Part it : parts) {
      out.write(local(it));
      try (InputStream in = it.content().open()) {
        in.transferTo(out);
      }
    }
    int at = 0;
    int directory = 0;
    for (Part it : parts) {
      byte[] entry = central(it, at);
      out.write(entry);
      directory += entry.length;
      at += LOCAL + it.name().length() + (int) it.size();
    }
    out.write(end(parts.size(), directory, at));
  }

  private static byte[] local(Part it) {
    ByteBuffer head = buffer(LOCAL + it.name().length()).putInt(LOCAL_SIGN);
    return named(facts(head, it).putShort((short) 0), it);
  }

  private static byte[] central(Part it, int at) {
    ByteBuffer head = buffer(CENTRAL + it.name().length()).putInt(CENTRAL_SIGN).putShort(VERSION);
    facts(head, it).putShort((short) 0).putShort((short) 0).putShort((short) 0);
    return named(head.putShort((short) 0).putInt(0).putInt(at), it);
  }

  /** What both headers say, up to the length of the name. */
  private static ByteBuffer facts(ByteBuffer head, Part it) {
    return head.putShort(VERSION)
        .putShort((short) 0)
        .putShort((short) 0)
        .putShort((short) 0)
        .putShort(NO_DAY)
        .putInt(it.crc())
        .putInt((int) it.size())
        .putInt((int) it.size())
        .putShort((short) it.name().length());
  }

  private static byte[] named(ByteBuffer head, Part it) {
    byte[] bytes = new byte[head.put(it.name().getBytes(US_ASCII)).position()];
    head.flip().get(bytes);
    return bytes;
  }

  private static byte[] end(int parts, int directory, int at) {
    return buffer(END)
        .putInt(END_SIGN)
        .putInt(0)
        .putShort((short) parts)
        .putShort((short) parts)
        .putInt(directory)
        .putInt(at)
        .putShort((short) 0)
        .array();
  }

  private static ByteBuffer buffer(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }
}
