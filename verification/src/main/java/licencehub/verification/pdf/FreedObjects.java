package licencehub.verification.pdf;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.RandomAccessRead;

/**
 * The objects a revision declares free, which takes them out of the document. PDFBox passes over
 * them, other readers do not show them any more.
 */
final class FreedObjects {
  private static final int PARTS = 3;
  private final Set<Long> numbers = new HashSet<>();

  /** All but number 0, which is always free. */
  Set<Long> numbers() {
    return numbers;
  }

  /** Notes those of a table (ISO 32000-1 section 7.5.4). */
  void note(byte[] table) {
    String[] words = new String(table, ISO_8859_1).strip().split("\\s+", -1);
    int at = 1;
    while (at + 1 < words.length && words[at].matches("\\d+") && words[at + 1].matches("\\d+")) {
      long first = Long.parseLong(words[at]);
      long count = Long.parseLong(words[at + 1]);
      at += 2;
      for (long i = 0; i < count && at + 2 < words.length; i++, at += PARTS) {
        if (words[at + 2].equals("f")) {
          add(first + i);
        }
      }
    }
  }

  /** Notes those of a stream (ISO 32000-1 section 7.5.8). */
  void note(BoundedStream stream) throws IOException {
    COSArray widths = stream.getCOSArray(COSName.W);
    int type = widths.getInt(0, 0);
    int rest = widths.getInt(1, 0) + widths.getInt(2, 0);
    COSArray index = stream.getCOSArray(COSName.INDEX);
    try (RandomAccessRead entries = stream.createView()) {
      int pairs = index == null ? 1 : index.size() / 2;
      for (int pair = 0; pair < pairs; pair++) {
        long first = index == null ? 0 : index.getInt(2 * pair);
        long count = index == null ? stream.getInt(COSName.SIZE) : index.getInt(2 * pair + 1);
        for (long i = 0; i < count && !entries.isEOF(); i++) {
          if (number(entries, type, 1) == 0) {
            add(first + i);
          }
          var unused = number(entries, rest, 0);
        }
      }
    }
  }

  private void add(long number) {
    if (number != 0) {
      numbers.add(number);
    }
  }

  private static long number(RandomAccessRead in, int width, long absent) throws IOException {
    long value = width == 0 ? absent : 0;
    for (int i = 0; i < width; i++) {
      value = (value << Byte.SIZE) | Math.max(0, in.read());
    }
    return value;
  }
}
