package licencehub.verification;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import licencehub.verification.envelope.CmsWriter;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/** PDF files to test with, sound and less so. */
final class PdfPaper {
  private static final Pattern RANGE = Pattern.compile("/ByteRange \\[0 (\\d+) (\\d+) (\\d+)\\] *");

  private PdfPaper() {}

  /** What is done to an open document. */
  interface Edit {
    void apply(PDDocument document) throws IOException;
  }

  /** An unsigned document of two pages, with document information. */
  static Path unsigned(Path folder, boolean compressed) {
    Path file = folder.resolve("unsigned.pdf");
    try (PDDocument document = new PDDocument()) {
      for (int i = 0; i < 2; i++) {
        PDPage page = new PDPage();
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
          content.addRect(100, 100, 200, 200);
          content.fill();
        }
      }
      document.getDocumentInformation().setTitle("安全生产考核合格证书");
      document.getDocumentInformation().setCustomMetadataValue("ZZBH", "粤建安A(2026)0000001");
      document.save(
          file.toFile(),
          compressed ? CompressParameters.DEFAULT_COMPRESSION : CompressParameters.NO_COMPRESSION);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path signed(Path folder) {
    return signed(folder, Paper.department(), PdfSealer.Form.DETACHED);
  }

  static Path signed(Path folder, SignerKey key, PdfSealer.Form form) {
    Path file = folder.resolve("signed.pdf");
    new PdfSealer(key, form, Town.RANDOM).seal(unsigned(folder, false), file, Paper.SIGNED);
    return file;
  }

  /** Changes a document by an increment, as an editor does. */
  static Path updated(Path file, Edit edit) {
    Path updated = file.resolveSibling("updated.pdf");
    try (PDDocument document = Loader.loadPDF(file.toFile());
        OutputStream out = Files.newOutputStream(updated)) {
      edit.apply(document);
      document.saveIncremental(out);
      return updated;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void retitle(PDDocument document) {
    document.getDocumentInformation().getCOSObject().setItem(COSName.TITLE, new COSString("另一份证照"));
    document.getDocumentInformation().getCOSObject().setNeedToBeUpdated(true);
  }

  static void repaint(PDDocument document) throws IOException {
    PDPage page = document.getPage(0);
    try (PDPageContentStream content =
        new PDPageContentStream(
            document, page, PDPageContentStream.AppendMode.APPEND, false, true)) {
      content.addRect(0, 0, 500, 500);
      content.fill();
    }
    page.getCOSObject().setNeedToBeUpdated(true);
  }

  /** The file with its byte range moved, signed again over what is left in it. */
  static Path withRange(Path file, long begins, long resumes) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    Matcher old = RANGE.matcher(new String(bytes, ISO_8859_1));
    if (!old.find()) {
      throw new AssertionError("no byte range");
    }
    int gap = Integer.parseInt(old.group(1));
    int resume = Integer.parseInt(old.group(2));
    String text =
        "/ByteRange [0 %d %d %d]"
            .formatted(gap + begins, resume + resumes, bytes.length - resume - resumes);
    String padded = text + " ".repeat(old.end() - old.start() - text.length());
    System.arraycopy(padded.getBytes(ISO_8859_1), 0, bytes, old.start(), padded.length());
    ByteArrayOutputStream covered = new ByteArrayOutputStream();
    covered.write(bytes, 0, (int) (gap + begins));
    int from = (int) (resume + resumes);
    covered.write(bytes, from, bytes.length - from);
    byte[] cms =
        new EnvelopeSigner(Paper.department(), Town.RANDOM)
            .write(new CmsWriter(true, false, true, Paper.SIGNED), covered.toByteArray());
    byte[] hex = HexFormat.of().formatHex(cms).getBytes(ISO_8859_1);
    Arrays.fill(bytes, gap + 1, resume - 1, (byte) '0');
    System.arraycopy(hex, 0, bytes, gap + 1, hex.length);
    return Files.write(file.resolveSibling("ranged.pdf"), bytes);
  }
}
