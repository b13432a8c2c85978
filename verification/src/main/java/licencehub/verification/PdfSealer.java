package licencehub.verification;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import licencehub.model.MalformedValue;
import licencehub.model.Unavailable;
import licencehub.verification.envelope.CmsWriter;
import licencehub.verification.pdf.PdfSigning;

/** Signs PDF files as an issuer does, with an SM2, ECDSA or RSA key. Safe for many threads. */
public final class PdfSealer {
  private final EnvelopeSigner signer;
  private final Form form;

  /** How the signature stands in the PDF. */
  public enum Form {
    /** A CMS beside the content: GB/T 35275 for an SM2 key, RFC 5652 for others. */
    DETACHED,
    /** PAdES baseline B (ETSI EN 319 142-1): the CMS vouches for the signer's certificate too. */
    CADES
  }

  public PdfSealer(SignerKey key, Form form, SecureRandom random) {
    this.signer = new EnvelopeSigner(key, random);
    this.form = form;
  }

  /**
   * Adds a signature over the whole file and keeps those it has.
   *
   * @param at written as the time of signing
   * @throws MalformedValue when {@code pdf} is no sound PDF
   * @throws Unavailable when the disk does not play along
   */
  public void seal(Path pdf, Path sealed, Instant at) {
    boolean cades = form == Form.CADES;
    boolean chinese = !cades && signer.key().algorithm() == Algorithm.SM2_SM3;
    CmsWriter writer = new CmsWriter(chinese, false, true, cades, cades ? null : at);
    try {
      PdfSigning.sign(pdf, sealed, at, cades, content -> signer.write(writer, content));
    } catch (IOException e) {
      throw new Unavailable("证照文件 licence file", e.toString(), e);
    }
  }
}
