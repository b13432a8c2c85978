package licencehub.hub.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;

/** Compares what is written with what another stream gives; keeps nothing. */
final class Comparing extends OutputStream {
  private final InputStream other;
  private boolean same = true;

  Comparing(InputStream other) {
    this.other = other;
  }

  boolean same() {
    return same;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    byte[] theirs = other.readNBytes(length);
    same &= Arrays.equals(theirs, 0, theirs.length, bytes, offset, offset + length);
  }
}
