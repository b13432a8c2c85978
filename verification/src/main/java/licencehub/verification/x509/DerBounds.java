package licencehub.verification.x509;

/**
 * Walks BER tag by tag, without recursion and without making objects, before a recursive parser
 * sees it.
 */
public final class DerBounds {
  /** What the walk found. */
  public enum Shape {
    SOUND,
    /** Lengths that do not add up, or nothing at all. */
    DAMAGED,
    /** Deeper or of more elements than allowed. */
    EXCESSIVE
  }

  private static final int CONSTRUCTED = 0x20;
  private static final int LONG_TAG = 0x1f;
  private static final int LONG_LENGTH = 0x80;
  private static final int LENGTH_BYTES = 4;
  private static final int INDEFINITE = -1;
  private static final int BROKEN = -2;

  private final byte[] ber;
  private final int[] ends;
  private final boolean[] open;
  private int level;
  private int at;

  private DerBounds(byte[] ber, int depth) {
    this.ber = ber;
    this.ends = new int[depth + 1];
    this.open = new boolean[depth + 1];
    ends[0] = ber.length;
  }

  /**
   * @param depth how many constructed elements may stand inside each other
   * @param elements how many elements there may be in all
   */
  public static Shape of(byte[] ber, int depth, int elements) {
    return new DerBounds(ber, depth).walk(elements);
  }

  private Shape walk(int elements) {
    int left = elements;
    do {
      if (left-- == 0) {
        return Shape.EXCESSIVE;
      }
      Shape shape = element();
      if (shape != Shape.SOUND) {
        return shape;
      }
      leave();
    } while (level > 0 || at < ber.length);
    return Shape.SOUND;
  }

  private Shape element() {
    if (open[level] && at + 1 < ends[level] && ber[at] == 0 && ber[at + 1] == 0) {
      at += 2;
      level--;
      return Shape.SOUND;
    }
    if (at >= ends[level]) {
      return Shape.DAMAGED;
    }
    boolean constructed = (ber[at] & CONSTRUCTED) != 0;
    skipTag();
    int length = length();
    if (length == BROKEN || length > ends[level] - at || (length == INDEFINITE && !constructed)) {
      return Shape.DAMAGED;
    }
    if (!constructed) {
      at += length;
      return Shape.SOUND;
    }
    if (level + 1 == ends.length) {
      return Shape.EXCESSIVE;
    }
    level++;
    open[level] = length == INDEFINITE;
    ends[level] = open[level] ? ends[level - 1] : at + length;
    return Shape.SOUND;
  }

  private void leave() {
    while (level > 0 && !open[level] && at == ends[level]) {
      level--;
    }
  }

  private void skipTag() {
    if ((ber[at++] & LONG_TAG) == LONG_TAG) {
      while (at < ends[level] && ber[at] < 0) {
        at++;
      }
      at++;
    }
  }

  private int length() {
    if (at >= ends[level]) {
      return BROKEN;
    }
    int first = ber[at++] & 0xff;
    if (first < LONG_LENGTH) {
      return first;
    }
    int count = first - LONG_LENGTH;
    if (count == 0) {
      return INDEFINITE;
    }
    if (count > LENGTH_BYTES || count > ends[level] - at) {
      return BROKEN;
    }
    int length = 0;
    for (int i = 0; i < count; i++) {
      length = (length << Byte.SIZE) | (ber[at++] & 0xff);
    }
    return length < 0 ? BROKEN : length;
  }
}
