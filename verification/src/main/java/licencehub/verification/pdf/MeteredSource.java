package licencehub.verification.pdf;

import java.io.IOException;
import licencehub.verification.file.FileSource;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadView;

/** The first bytes of a file as PDFBox reads them, one page in memory, all of it counted. */
final class MeteredSource implements RandomAccessRead {
  private static final int PAGE = 8 * 1024;
  private final FileSource file;
  private final long length;
  private final Budget budget;
  private final byte[] page = new byte[PAGE];
  private long pageAt;
  private int pageSize;
  private long position;

  /**
   * @param length where the file counts as ended
   */
  MeteredSource(FileSource file, long length, Budget budget) {
    this.file = file;
    this.length = length;
    this.budget = budget;
  }

  @Override
  public int read() throws IOException {
    if (!turn()) {
      return -1;
    }
    budget.take(1);
    return page[(int) (position++ - pageAt)] & 0xff;
  }

  @Override
  public int read(byte[] into, int from, int most) throws IOException {
    if (!turn()) {
      return -1;
    }
    int here = (int) (position - pageAt);
    int count = Math.min(most, pageSize - here);
    budget.take(count);
    System.arraycopy(page, here, into, from, count);
    position += count;
    return count;
  }

  /** Has the page with the current position in memory; false at the end. */
  private boolean turn() throws IOException {
    if (position >= length) {
      return false;
    }
    if (position < pageAt || position >= pageAt + pageSize) {
      budget.checkTime();
      pageAt = position - position % PAGE;
      pageSize = file.read(pageAt, page, 0, (int) Math.min(PAGE, length - pageAt));
      if (pageSize <= position - pageAt) {
        throw new IOException("the file became shorter while it was read");
      }
    }
    return true;
  }

  @Override
  public long getPosition() {
    return position;
  }

  @Override
  public void seek(long place) throws IOException {
    if (place < 0) {
      throw new IOException("before the beginning");
    }
    position = Math.min(place, length);
  }

  @Override
  public long length() {
    return length;
  }

  @Override
  public boolean isClosed() {
    return false;
  }

  @Override
  public boolean isEOF() {
    return position >= length;
  }

  @Override
  public RandomAccessReadView createView(long start, long size) {
    return new RandomAccessReadView(this, start, size);
  }

  /** The file belongs to whoever opened it. */
  @Override
  public void close() {}
}
