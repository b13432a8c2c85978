package licencehub.verification.ofd;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** The face of a plain round seal, as a PNG: a red ring with a star in it, on nothing. */
public final class RoundFace {
  /** Edge in pixels, and one bit for each. */
  private static final int EDGE = 320;

  private static final int RING = 12;

  /** Pixels from the middle to the star's points. */
  private static final double STAR = 55;

  private static final byte[] MAGIC = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final byte[] PALETTE = {0, 0, 0, (byte) 0xd0, 0x10, 0x10};
  private static final byte[] TRANSPARENT = {0, (byte) 0xff};

  private RoundFace() {}

  public static byte[] png() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(MAGIC);
    // Width, height, one bit a pixel, palette, then the usual compression, filters, no interlace.
    byte[] header =
        ByteBuffer.allocate(13).putInt(EDGE).putInt(EDGE).put(new byte[] {1, 3, 0, 0, 0}).array();
    chunk(out, "IHDR", header);
    chunk(out, "PLTE", PALETTE);
    chunk(out, "tRNS", TRANSPARENT);
    chunk(out, "IDAT", packed(rows()));
    chunk(out, "IEND", new byte[0]);
    return out.toByteArray();
  }

  private static byte[] rows() {
    int row = 1 + EDGE / Byte.SIZE;
    byte[] rows = new byte[EDGE * row];
    double middle = (EDGE - 1) / 2.0;
    for (int y = 0; y < EDGE; y++) {
      for (int x = 0; x < EDGE; x++) {
        double distance = Math.hypot(x - middle, y - middle);
        boolean ring = distance < EDGE / 2.0 && distance > EDGE / 2.0 - RING;
        if (ring || distance < starEdge(Math.atan2(x - middle, middle - y))) {
          rows[y * row + 1 + x / Byte.SIZE] |= (byte) (0x80 >> (x % Byte.SIZE));
        }
      }
    }
    return rows;
  }

  /**
   * How far a star with five points reaches in a direction.
   *
   * @param angle from the upper point, clockwise
   */
  private static double starEdge(double angle) {
    double part = Math.PI / 5;
    double off = Math.abs(Math.abs(angle) % (2 * part) - part);
    // The edge from an inner corner (off = 0) to a point (off = part), as a straight line.
    double inner = STAR * Math.cos(2 * part) / Math.cos(part);
    double slope = Math.sin(part) * STAR * inner;
    return slope / (STAR * Math.sin(part - off) + inner * Math.sin(off));
  }

  private static byte[] packed(byte[] bytes) {
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      Deflater deflater = new Deflater();
      deflater.setInput(bytes);
      deflater.finish();
      byte[] piece = new byte[1024];
      while (!deflater.finished()) {
        out.write(piece, 0, deflater.deflate(piece));
      }
      deflater.end();
      return out.toByteArray();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException("writing to memory does not fail", e);
    }
  }

  private static void chunk(ByteArrayOutputStream out, String name, byte[] content) {
    byte[] type = name.getBytes(US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(type);
    crc.update(content);
    out.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
    out.writeBytes(type);
    out.writeBytes(content);
    out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }
}
