package licencehub.verification.pdf;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.function.Function;
import licencehub.model.MalformedValue;
import licencehub.model.Text;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;

/** Adds an invisible signature to a PDF as an increment; what was there stays byte for byte. */
public final class PdfSigning {
  /** Bytes reserved for the signed value. */
  private static final int RESERVED = 16 * 1024;

  private PdfSigning() {}

  /**
   * @param cades ETSI.CAdES.detached instead of adbe.pkcs7.detached
   * @param signer makes the signed value of what it reads
   */
  public static void sign(
      Path from, Path to, Instant at, boolean cades, Function<InputStream, byte[]> signer)
      throws IOException {
    try (RandomAccessReadBufferedFile file = new RandomAccessReadBufferedFile(from);
        PDDocument document = open(file);
        SignatureOptions options = new SignatureOptions();
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(to))) {
      PDSignature signature = new PDSignature();
      signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
      signature.setSubFilter(
          cades
              ? PDSignature.SUBFILTER_ETSI_CADES_DETACHED
              : PDSignature.SUBFILTER_ADBE_PKCS7_DETACHED);
      signature.setSignDate(GregorianCalendar.from(at.atZone(ZoneOffset.UTC)));
      options.setPreferredSignatureSize(RESERVED);
      document.addSignature(signature, signer::apply, options);
      document.saveIncremental(out);
    }
  }

  private static PDDocument open(RandomAccessReadBufferedFile file) {
    try {
      return Loader.loadPDF(file, IOUtils.createTempFileOnlyStreamCache());
    } catch (IOException | RuntimeException e) {
      // PDFBox answers some damage with unchecked exceptions.
      throw MalformedValue.hidden(
          Text.of("证照文件", "licence file"),
          Text.of("不是完好的PDF，不能签名", "is no sound PDF and cannot be signed"),
          "licence.pdf");
    }
  }
}
