package licencehub.verification;

import static licencehub.verification.Paper.department;
import static licencehub.verification.Paper.failures;
import static licencehub.verification.Town.RANDOM;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import licencehub.verification.envelope.CmsWriter;
import licencehub.verification.pdf.PdfSigning;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of the largest size taken. All that is allocated counts, whether it is freed or not. */
class LargeFileTest {
  private static final int LARGE = 12_000_000;
  private static final int LARGEST = 100_000_000;
  private static final long MOST = 4L * 1024 * 1024;
  private final FileVerifier verifier = Paper.verifier();
  @TempDir private Path folder;

  @Test
  void an_ofd_passes_through_a_third_of_its_size() {
    ofd(LARGE);
  }

  @Test
  @Tag("long")
  void an_ofd_of_a_hundred_megabytes_needs_no_more() {
    ofd(LARGEST);
  }

  @Test
  void a_pdf_passes_through_a_third_of_its_size() throws Exception {
    pdf(LARGE);
  }

  @Test
  @Tag("long")
  void a_pdf_of_a_hundred_megabytes_needs_no_more() throws Exception {
    pdf(LARGEST);
  }

  private void ofd(int size) {
    Path large =
        Paper.edited(Paper.unsealed(folder), it -> it.put("Doc_0/Res/scan.dat", bytes(size)));
    Path sealed = folder.resolve("large.ofd");
    OfdSealer.with(Paper.seal(), department(), RANDOM).seal(large, sealed, Paper.SIGNED);
    assertThat(allocatedBy(sealed)).isLessThan(MOST);
  }

  private void pdf(int size) throws Exception {
    Path large = folder.resolve("large.pdf");
    try (PDDocument document = new PDDocument(IOUtils.createTempFileOnlyStreamCache())) {
      PDPage page = new PDPage();
      document.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.addRect(1, 1, 2, 2);
        content.fill();
      }
      COSStream scan = document.getDocument().createCOSStream();
      try (var out = scan.createRawOutputStream()) {
        out.write(bytes(size));
      }
      page.getCOSObject().setItem(COSName.getPDFName("Scan"), scan);
      document.save(large.toFile(), CompressParameters.DEFAULT_COMPRESSION);
    }
    Path signed = folder.resolve("signed.pdf");
    new PdfSealer(Town.key(Algorithm.ES256), PdfSealer.Form.DETACHED, RANDOM)
        .seal(large, signed, Paper.SIGNED);
    assertThat(Files.size(signed)).isGreaterThan(size);
    assertThat(allocatedBy(signed)).isLessThan(MOST);
    CmsWriter direct = new CmsWriter(false, false, false, null);
    PdfSigning.sign(
        large,
        signed,
        Paper.SIGNED,
        false,
        content -> Town.signer(Algorithm.ES256).write(direct, content));
    assertThat(allocatedBy(signed)).isLessThan(MOST);
  }

  private long allocatedBy(Path file) {
    assertThat(failures(verifier, Paper.sealed(folder))).isEmpty();
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    List<String> failures = failures(verifier, file);
    long after = threads.getCurrentThreadAllocatedBytes();
    assertThat(failures).isEmpty();
    return after - before;
  }

  /** Packs about twenty times, as scanned pages do. */
  private static byte[] bytes(int size) {
    byte[] bytes = new byte[size];
    Random seeded = new Random(7);
    for (int i = 0; i < size; i += 64) {
      bytes[i] = (byte) seeded.nextInt();
    }
    return bytes;
  }
}
