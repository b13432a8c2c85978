package licencehub.verification;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static licencehub.verification.EveryAlgorithmTest.text;
import static licencehub.verification.Paper.department;
import static licencehub.verification.Paper.failures;
import static licencehub.verification.Paper.refused;
import static licencehub.verification.PdfPaper.signed;
import static licencehub.verification.PdfPaper.unsigned;
import static licencehub.verification.PdfPaper.updated;
import static licencehub.verification.PdfPaper.withRange;
import static licencehub.verification.Town.AUTHORITY;
import static licencehub.verification.Town.NOON;
import static licencehub.verification.Town.RANDOM;
import static licencehub.verification.Town.ROOT;
import static licencehub.verification.Town.YEARS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CRLReason;
import java.util.Arrays;
import java.util.List;
import licencehub.model.Reason;
import licencehub.model.Verdict;
import licencehub.verification.CertificateAuthority.Revoked;
import licencehub.verification.PdfSealer.Form;
import licencehub.verification.Policy.WhenStale;
import licencehub.verification.envelope.CmsWriter;
import licencehub.verification.pdf.PdfSigning;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signed PDF files with exactly one flaw, and what must come of it. */
class PdfFlawTest {
  private final FileVerifier verifier = Paper.verifier();
  @TempDir private Path folder;

  @Test
  void changed_bytes_are_found() throws IOException {
    Path file = signed(folder);
    byte[] bytes = text(Files.readAllBytes(file), "612.0 792.0", "912.0 792.0");
    assertFailures(Files.write(file, bytes), "content FILE_CHANGED");
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "\n% more\n", "%%EOF\n"})
  void appended_bytes_are_found(String more) throws IOException {
    Path file = signed(folder);
    Files.write(file, more.getBytes(US_ASCII), java.nio.file.StandardOpenOption.APPEND);
    assertFailures(file, "later-changes FILE_CHANGED_LATER");
  }

  @Test
  void an_increment_after_the_signature_is_found() {
    assertFailures(updated(signed(folder), PdfPaper::retitle), "later-changes FILE_CHANGED_LATER");
    assertFailures(updated(signed(folder), PdfPaper::repaint), "later-changes FILE_CHANGED_LATER");
  }

  @Test
  void a_change_another_signer_vouches_for_still_breaks_the_first_signature() {
    PdfSealer other =
        new PdfSealer(
            AUTHORITY.issue(Town.department(), Algorithm.ES256, YEARS, RANDOM),
            Form.DETACHED,
            RANDOM);
    for (PdfPaper.Edit edit :
        List.<PdfPaper.Edit>of(
            PdfPaper::retitle,
            PdfPaper::repaint,
            PdfFlawTest::annotate,
            it -> it.getPages().remove(1),
            it -> addPage(it))) {
      Path file = folder.resolve("twice.pdf");
      other.seal(updated(signed(folder), edit), file, NOON);
      assertFailures(file, "later-changes FILE_CHANGED_LATER");
    }
  }

  @Test
  void an_object_declared_free_by_a_later_revision_is_missed() throws IOException {
    Path file = signed(folder);
    Path twice = folder.resolve("twice.pdf");
    new PdfSealer(department(), Form.DETACHED, RANDOM).seal(freed(file), twice, NOON);
    assertFailures(twice, "later-changes FILE_CHANGED_LATER");
  }

  @Test
  void a_certifying_signature_that_permits_nothing_permits_no_signature() throws IOException {
    Path certified = certified(1);
    assertThat(failures(verifier, certified)).isEmpty();
    Path twice = folder.resolve("twice.pdf");
    new PdfSealer(department(), Form.DETACHED, RANDOM).seal(certified, twice, NOON);
    assertFailures(twice, "later-changes FILE_CHANGED_LATER");
    new PdfSealer(department(), Form.DETACHED, RANDOM).seal(certified(2), twice, NOON);
    assertThat(failures(verifier, twice)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"-1, 0", "0, 1", "-20, 30"})
  void a_byte_range_with_holes_is_found_though_the_signature_fits(long begins, long resumes)
      throws IOException {
    Path sound = withRange(signed(folder), 0, 0);
    assertThat(failures(verifier, sound)).isEmpty();
    assertFailures(withRange(signed(folder), begins, resumes), "byte-range FILE_NOT_COVERED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[1 ", "[0 1 ", "[ ", "(0 "})
  void a_byte_range_that_is_none_covers_nothing(String range) throws IOException {
    Path file = signed(folder);
    byte[] bytes = text(Files.readAllBytes(file), "/ByteRange [0 ", "/ByteRange " + range);
    List<String> failures = failures(verifier, Files.write(file, bytes));
    assertThat(failures).isNotEmpty();
    assertThat(verifier.verify(file, NOON).report().verdict()).isInstanceOf(Verdict.Rejected.class);
  }

  @Test
  void what_hides_behind_the_signed_value_is_found() throws IOException {
    Path file = signed(folder);
    byte[] bytes = Files.readAllBytes(file);
    int end = new String(bytes, ISO_8859_1).indexOf("00>");
    bytes[end] = '1';
    assertFailures(Files.write(file, bytes), "form FILE_UNSAFE");
  }

  @Test
  void a_form_of_signature_the_hub_does_not_know_is_named() throws IOException {
    Path file = signed(folder);
    byte[] bytes = text(Files.readAllBytes(file), "/adbe.pkcs7.detached", "/adbe.x509.rsa_sha1 ");
    assertFailures(Files.write(file, bytes), "form SEAL_UNKNOWN");
    assertThat(verifier.verify(file, NOON).report().findings())
        .anyMatch(it -> it.check().equals("form") && it.detail().equals("adbe.x509.rsa_sha1"));
  }

  @Test
  void a_pades_signature_names_its_certificate() throws IOException {
    Path file = folder.resolve("cades.pdf");
    CmsWriter writer = new CmsWriter(false, false, true, Paper.SIGNED);
    PdfSigning.sign(
        unsigned(folder, false),
        file,
        Paper.SIGNED,
        true,
        content -> Town.signer(Algorithm.ES256).write(writer, content));
    assertFailures(file, "form SIGNATURE_WRONG");
  }

  @Test
  void a_signature_of_another_key_is_wrong() {
    SignerKey forged = new SignerKey(Paper.MAKER.privateKey(), department().chain());
    assertFailures(signed(folder, forged, Form.DETACHED), "signature SIGNATURE_WRONG");
  }

  @Test
  void a_signer_nobody_trusts_is_found() {
    CertificateAuthority nobody =
        CertificateAuthority.root(Subject.of("无名"), Algorithm.ES256, YEARS, RANDOM);
    SignerKey signer = nobody.issue(Town.department(), Algorithm.ES256, YEARS, RANDOM);
    assertFailures(signed(folder, signer, Form.DETACHED), "chain CHAIN_BROKEN");
  }

  @Test
  void a_revoked_signer_is_found() throws IOException {
    Path list = folder.resolve("authority.crl");
    Path root = folder.resolve("root.crl");
    Files.write(
        list,
        AUTHORITY.revocationList(
            1,
            NOON.minusSeconds(60),
            NOON.plusSeconds(60),
            List.of(Revoked.of(department().certificate(), YEARS.from(), CRLReason.KEY_COMPROMISE)),
            RANDOM));
    Files.write(
        root,
        ROOT.revocationList(1, NOON.minusSeconds(60), NOON.plusSeconds(60), List.of(), RANDOM));
    Revocations revocations = Revocations.of(Town.trust(), List.of(list.toUri(), root.toUri()));
    revocations.refresh();
    FileVerifier strict =
        FileVerifiers.of(
            Town.policy(true, WhenStale.REJECT), Town.trust(), revocations, FileLimits.USUAL);
    assertThat(failures(strict, signed(folder))).containsExactly("revocation SIGNER_REVOKED");
  }

  @Test
  void a_file_cut_off_anywhere_is_never_trusted_and_never_an_exception() throws IOException {
    byte[] bytes = Files.readAllBytes(signed(folder));
    for (int length = 5; length < bytes.length - 1; length += 991) {
      Path file = Files.write(folder.resolve("cut.pdf"), Arrays.copyOf(bytes, length));
      assertThat(verifier.verify(file, NOON).report().verdict())
          .as("%d bytes", length)
          .isInstanceOf(Verdict.Rejected.class);
    }
  }

  @Test
  void a_file_with_any_byte_changed_outside_the_signed_value_is_never_trusted() throws IOException {
    byte[] bytes = Files.readAllBytes(signed(folder));
    String text = new String(bytes, ISO_8859_1);
    int gap = text.indexOf("<3082");
    int resume = text.indexOf('>', gap);
    for (int at = 0; at < bytes.length; at += at > gap && at < resume ? resume - at : 29) {
      byte[] changed = bytes.clone();
      changed[at] ^= 0x04;
      Path file = Files.write(folder.resolve("changed.pdf"), changed);
      assertThat(verifier.verify(file, NOON).report().verdict())
          .as("byte %d", at)
          .isNotInstanceOf(Verdict.Trusted.class);
    }
  }

  @Test
  void an_encrypted_file_is_unreadable() throws IOException {
    Path file = folder.resolve("encrypted.pdf");
    try (PDDocument document = Loader.loadPDF(unsigned(folder, false).toFile())) {
      document.protect(new StandardProtectionPolicy("owner", "", new AccessPermission()));
      document.save(file.toFile());
    }
    assertThat(refused(verifier, file)).isEqualTo(Reason.FILE_UNREADABLE);
  }

  @Test
  void structure_that_unpacks_beyond_measure_is_not_unpacked() throws IOException {
    Path file = folder.resolve("bomb.pdf");
    try (PDDocument document = new PDDocument()) {
      document.addPage(new PDPage());
      document.getDocumentCatalog().setAcroForm(new PDAcroForm(document));
      COSDictionary form = document.getDocumentCatalog().getAcroForm().getCOSObject();
      form.setItem("Zeros", new COSString(new byte[18_000_000]));
      document.save(file.toFile());
    }
    assertThat(Files.size(file)).isLessThan(200_000);
    assertThat(refused(verifier, file)).isEqualTo(Reason.FILE_BEYOND_LIMITS);
  }

  private void assertFailures(Path file, String... failures) {
    assertThat(failures(verifier, file)).containsExactly(failures);
  }

  private static void annotate(PDDocument document) throws IOException {
    PDAnnotationText note = new PDAnnotationText();
    note.setContents("另加");
    PDPage page = document.getPage(0);
    page.getAnnotations().add(note);
    page.getCOSObject().setNeedToBeUpdated(true);
  }

  private static void addPage(PDDocument document) {
    document.addPage(new PDPage());
    document.getPages().getCOSObject().setNeedToBeUpdated(true);
    document.getPage(2).getCOSObject().setNeedToBeUpdated(true);
  }

  /** A revision whose only content is that the first page's content is free. */
  private Path freed(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    String text = new String(bytes, ISO_8859_1);
    long number;
    try (PDDocument document = Loader.loadPDF(bytes)) {
      number = document.getPage(0).getCOSObject().getItem(COSName.CONTENTS).getKey().getNumber();
    }
    int last = text.lastIndexOf("startxref");
    String previous = text.substring(last + 9).strip().split("\\s", 2)[0];
    int trailer = text.lastIndexOf("trailer");
    String dictionary =
        text.substring(trailer, last).replaceFirst("/Prev \\d+", "").replaceFirst(">>\\s*$", "");
    String more =
        "xref\n0 1\n0000000000 65535 f \n%d 1\n0000000000 00001 f \n%s/Prev %s>>\nstartxref\n%d\n%%%%EOF\n"
            .formatted(number, dictionary, previous, bytes.length);
    Path freed = folder.resolve("freed.pdf");
    try (OutputStream out = Files.newOutputStream(freed)) {
      out.write(bytes);
      out.write(more.getBytes(ISO_8859_1));
    }
    return freed;
  }

  private Path certified(int permission) throws IOException {
    Path file = folder.resolve("certified" + permission + ".pdf");
    COSDictionary parameters = new COSDictionary();
    parameters.setInt(COSName.P, permission);
    COSDictionary reference = new COSDictionary();
    reference.setName("TransformMethod", "DocMDP");
    reference.setItem("TransformParams", parameters);
    COSArray references = new COSArray();
    references.add(reference);
    try (PDDocument document = Loader.loadPDF(unsigned(folder, false).toFile());
        OutputStream out = Files.newOutputStream(file)) {
      PDSignature signature = new PDSignature();
      signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
      signature.setSubFilter(PDSignature.SUBFILTER_ADBE_PKCS7_DETACHED);
      signature.getCOSObject().setItem("Reference", references);
      CmsWriter writer = new CmsWriter(true, false, true, Paper.SIGNED);
      document.addSignature(
          signature, content -> Town.signer(Algorithm.SM2_SM3).write(writer, content));
      document.saveIncremental(out);
    }
    return file;
  }
}
