package licencehub.verification.pdf;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import licencehub.verification.envelope.Refused;
import licencehub.verification.file.Faults;
import licencehub.verification.file.FileSource;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.RandomAccess;
import org.apache.pdfbox.io.RandomAccessStreamCache;
import org.apache.pdfbox.pdfparser.COSParser;
import org.apache.pdfbox.pdfparser.XrefTrailerResolver;
import org.jspecify.annotations.Nullable;

/**
 * The objects of a PDF, read one by one as they are asked for, strictly and within a budget.
 * Nothing is repaired: a reader that repairs sees another document than one that does not.
 */
final class PdfStructure extends COSParser {
  private static final int DEEPEST = 40;
  private static final int WIDEST = 8;
  private final Budget budget;
  private final FreedObjects freed = new FreedObjects();
  private final long since;
  private COSDictionary trailer = new COSDictionary();
  private int depth;

  private PdfStructure(FileSource file, long length, long since, Budget budget) throws IOException {
    super(new MeteredSource(file, length, budget), "", null, null, NothingWritten::new);
    this.budget = budget;
    this.since = since;
    xrefTrailerResolver = new Counting(budget);
    setLenient(false);
  }

  /**
   * Reads what stands in the first {@code length} bytes.
   *
   * @param since from where on objects declared free are noted
   */
  static PdfStructure read(FileSource file, long length, long since, Budget budget)
      throws IOException, Refused {
    try {
      PdfStructure structure = new PdfStructure(file, length, since, budget);
      structure.trailer = structure.retrieveTrailer();
      budget.settle();
      return structure;
    } catch (IOException | RuntimeException e) {
      // PDFBox answers some damage with unchecked exceptions.
      budget.settle();
      throw Faults.unreadable("PDF结构已损坏或不完整", "the PDF is damaged or cut off");
    }
  }

  COSDictionary trailer() {
    return trailer;
  }

  /** The catalogue. */
  COSDictionary root() throws Refused {
    COSDictionary root = trailer.getCOSDictionary(COSName.ROOT);
    budget.settle();
    if (root == null) {
      throw Faults.unreadable("PDF没有目录对象", "the PDF has no catalogue");
    }
    return root;
  }

  /** Where each object stands; negative numbers name the object stream it is in. */
  Map<COSObjectKey, Long> places() {
    return document.getXrefTable();
  }

  @Nullable COSBase object(COSObjectKey key) {
    return document.getObjectFromPool(key).getObject();
  }

  Set<Long> freed() {
    return freed.numbers();
  }

  @Override
  protected COSStream parseCOSStream(COSDictionary dictionary) throws IOException {
    COSArray widths = dictionary.getCOSArray(COSName.W);
    if (widths != null) {
      for (int i = 0; i < widths.size(); i++) {
        if (widths.getInt(i, 0) > WIDEST) {
          throw new IOException("a cross-reference stream with fields of more than eight bytes");
        }
      }
      if (widths.getInt(1, 0) < 1) {
        throw new IOException("a cross-reference stream without places");
      }
    }
    long place = source.getPosition();
    BoundedStream stream = new BoundedStream(super.parseCOSStream(dictionary), budget);
    if (widths != null && place >= since) {
      freed.note(stream);
    }
    return stream;
  }

  @Override
  protected boolean parseXrefTable(long start) throws IOException {
    long from = source.getPosition();
    boolean parsed = super.parseXrefTable(start);
    long to = source.getPosition();
    if (from >= since) {
      source.seek(from);
      byte[] table = new byte[Math.toIntExact(to - from)];
      source.readFully(table);
      freed.note(table);
    }
    return parsed;
  }

  @Override
  public COSBase dereferenceCOSObject(COSObject object) throws IOException {
    depth++;
    try {
      if (depth > DEEPEST) {
        budget.refuse(
            Faults.unsafe("PDF对象互相引用过深", "objects of the PDF refer to each other too deep"));
      }
      return super.dereferenceCOSObject(object);
    } finally {
      depth--;
    }
  }

  @Override
  protected void prepareDecryption() throws IOException {
    if (document.getEncryptionDictionary() != null
        || document.getTrailer().containsKey(COSName.ENCRYPT)) {
      budget.refuse(
          Faults.unreadable(
              "PDF已加密，请提供未加密的文件", "the PDF is encrypted: send it without encryption"));
    }
  }

  /** Reading needs no buffers. */
  private static final class NothingWritten implements RandomAccessStreamCache {
    @Override
    public RandomAccess createBuffer() throws IOException {
      throw new IOException("a PDF that is verified is not written to");
    }

    @Override
    public void close() {}
  }

  /** Counts the objects of all revisions. */
  private static final class Counting extends XrefTrailerResolver {
    private final Budget budget;
    private int left;

    Counting(Budget budget) {
      this.budget = budget;
      this.left = budget.objects();
    }

    @Override
    public void setXRef(COSObjectKey key, long place) {
      if (left-- > 0) {
        super.setXRef(key, place);
      } else {
        budget.breach(Faults.beyond("PDF对象过多", "the PDF has too many objects"));
      }
    }
  }
}
