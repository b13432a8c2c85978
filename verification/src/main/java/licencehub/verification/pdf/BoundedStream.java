package licencehub.verification.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.DecodeOptions;
import org.apache.pdfbox.filter.FilterFactory;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A stream that unpacks within a budget. PDFBox itself unpacks object and cross-reference streams
 * into memory without limit.
 */
final class BoundedStream extends COSStream {
  private static final int MOST_COLUMNS = 256;
  private final COSStream packed;
  private final Budget budget;

  BoundedStream(COSStream packed, Budget budget) {
    this.packed = packed;
    this.budget = budget;
    addAll(packed);
    setKey(packed.getKey());
  }

  @Override
  public InputStream createRawInputStream() throws IOException {
    return packed.createRawInputStream();
  }

  @Override
  public COSInputStream createInputStream(DecodeOptions options) throws IOException {
    throw new IOException("only the structure of a PDF is unpacked");
  }

  @Override
  public RandomAccessRead createView() throws IOException {
    return new RandomAccessReadBuffer(unpacked());
  }

  private byte[] unpacked() throws IOException {
    Counted out = new Counted(budget);
    try (InputStream in = createRawInputStream()) {
      if (getFilters() == null) {
        in.transferTo(out);
      } else {
        checkFilter();
        var unused =
            FilterFactory.INSTANCE.getFilter(COSName.FLATE_DECODE).decode(in, out, this, 0);
      }
    }
    return out.bytes.toByteArray();
  }

  /** Structure is packed with Flate, and its predictor works on rows of a few bytes. */
  private void checkFilter() throws IOException {
    if (!COSName.FLATE_DECODE.equals(only(getFilters()))) {
      throw new IOException("structure packed with something else than Flate");
    }
    if (only(getDictionaryObject(COSName.DECODE_PARMS, COSName.DP)) instanceof COSDictionary it
        && (it.getInt(COSName.COLUMNS, 1) > MOST_COLUMNS
            || it.getInt(COSName.COLORS, 1) != 1
            || it.getInt(COSName.BITS_PER_COMPONENT, Byte.SIZE) != Byte.SIZE)) {
      throw new IOException("an unusual predictor");
    }
  }

  private static @Nullable COSBase only(@Nullable COSBase one) throws IOException {
    if (one instanceof COSArray array) {
      if (array.size() > 1) {
        throw new IOException("structure packed several times");
      }
      return array.size() == 0 ? null : array.getObject(0);
    }
    return one;
  }

  @Override
  public void close() throws IOException {
    packed.close();
  }

  private static final class Counted extends OutputStream {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Budget budget;

    Counted(Budget budget) {
      this.budget = budget;
    }

    @Override
    public void write(int one) throws IOException {
      budget.take(1);
      bytes.write(one);
    }

    @Override
    public void write(byte[] many, int from, int length) throws IOException {
      budget.take(length);
      bytes.write(many, from, length);
    }
  }
}
