package licencehub.verification;

import static licencehub.verification.Paper.department;
import static licencehub.verification.Paper.examined;
import static licencehub.verification.Paper.failures;
import static licencehub.verification.PdfPaper.signed;
import static licencehub.verification.PdfPaper.unsigned;
import static licencehub.verification.Town.AUTHORITY;
import static licencehub.verification.Town.NOON;
import static licencehub.verification.Town.RANDOM;
import static licencehub.verification.Town.YEARS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import licencehub.model.Digest;
import licencehub.model.Finding;
import licencehub.model.MalformedValue;
import licencehub.model.Verdict;
import licencehub.verification.FileExamination.Examined;
import licencehub.verification.PdfSealer.Form;
import licencehub.verification.envelope.CmsWriter;
import licencehub.verification.pdf.PdfSigning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Soundly signed PDF files of every form, and what is said about them. */
class PdfFileTest {
  private static final List<String> CHECKS =
      List.of("file", "signatures", "form", "byte-range", "later-changes", "content", "algorithm");

  private final FileVerifier verifier = Paper.verifier();
  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(names = {"SM2_SM3", "ES256", "EDDSA", "PS256"})
  void a_pdf_signed_with_any_key_is_trusted(Algorithm algorithm) throws Exception {
    Path file = signed(folder, Town.key(algorithm), Form.DETACHED);
    Examined examined = examined(verifier, file);
    assertThat(failures(examined.report())).isEmpty();
    assertThat(examined.report().verdict()).isEqualTo(new Verdict.Trusted());
    assertThat(examined.signers()).containsExactly(Town.key(algorithm).id());
    assertThat(examined.type()).isEqualTo(FileType.PDF);
    assertThat(examined.digest()).isEqualTo(Digest.of(Files.readAllBytes(file)));
    assertThat(detail(examined, "time")).isEqualTo(Paper.SIGNED.toString());
  }

  @ParameterizedTest
  @EnumSource(names = {"SM2_SM3", "ES256"})
  void a_pades_signature_takes_its_time_from_the_dictionary(Algorithm algorithm) {
    Examined examined = examined(verifier, signed(folder, Town.key(algorithm), Form.CADES));
    assertThat(failures(examined.report())).isEmpty();
    assertThat(detail(examined, "form")).isEqualTo("ETSI.CAdES.detached");
    assertThat(detail(examined, "time")).isEqualTo(Paper.SIGNED.toString());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void packed_and_plain_structure_are_both_read(boolean packed) {
    Path file = folder.resolve("signed.pdf");
    new PdfSealer(department(), Form.DETACHED, RANDOM)
        .seal(unsigned(folder, packed), file, Paper.SIGNED);
    assertThat(failures(verifier, file)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"true, SM2_SM3", "false, SM2_SM3", "true, ES256", "false, EDDSA"})
  void a_second_signature_leaves_the_first_one_sound(boolean packed, Algorithm algorithm) {
    Path once = folder.resolve("once.pdf");
    Path twice = folder.resolve("twice.pdf");
    SignerKey other = AUTHORITY.issue(Town.department(), algorithm, YEARS, RANDOM);
    new PdfSealer(department(), Form.DETACHED, RANDOM)
        .seal(unsigned(folder, packed), once, Paper.SIGNED);
    new PdfSealer(other, Form.DETACHED, RANDOM).seal(once, twice, NOON);
    Examined examined = examined(verifier, twice);
    assertThat(failures(examined.report())).as("%s", examined.report()).isEmpty();
    assertThat(examined.signers()).containsExactlyInAnyOrder(department().id(), other.id());
  }

  @ParameterizedTest
  @EnumSource(names = {"SM2_SM3", "ES256", "EDDSA"})
  void a_signature_without_attributes_covers_the_content_itself(Algorithm algorithm)
      throws Exception {
    Path file = folder.resolve("direct.pdf");
    CmsWriter writer = new CmsWriter(algorithm == Algorithm.SM2_SM3, false, false, null);
    PdfSigning.sign(
        unsigned(folder, false),
        file,
        Paper.SIGNED,
        false,
        content -> Town.signer(algorithm).write(writer, content));
    Examined examined = examined(verifier, file);
    assertThat(failures(examined.report())).isEmpty();
    assertThat(examined.signers()).containsExactly(Town.key(algorithm).id());
    byte[] bytes = Files.readAllBytes(file);
    bytes[20] ^= 1;
    assertThat(failures(verifier, Files.write(file, bytes)))
        .containsExactly("signature SIGNATURE_WRONG");
  }

  @Test
  void the_document_information_is_read() {
    FileMetadata metadata = examined(verifier, signed(folder)).metadata();
    assertThat(metadata.one("Title")).contains("安全生产考核合格证书");
    assertThat(metadata.one("ZZBH")).contains("粤建安A(2026)0000001");
    assertThat(metadata.documentId()).matches("[0-9a-f]{32,}");
  }

  @Test
  void every_check_stands_in_every_report() {
    List<String> sound = Paper.checks(examined(verifier, signed(folder)).report());
    assertThat(sound).startsWith(CHECKS.toArray(String[]::new)).hasSize(6 + 7 + 1 + 7);
    assertThat(Paper.checks(examined(verifier, unsigned(folder, false)).report())).isEqualTo(sound);
  }

  @Test
  void a_file_nobody_signed_lacks_a_signature() {
    assertThat(failures(verifier, unsigned(folder, false)))
        .containsExactly("signatures SIGNATURE_MISSING");
  }

  @Test
  void what_is_no_pdf_cannot_be_signed() throws Exception {
    Path file = Files.writeString(folder.resolve("x.pdf"), "%PDF-1.7 and nothing else");
    PdfSealer sealer = new PdfSealer(department(), Form.DETACHED, RANDOM);
    assertThatThrownBy(() -> sealer.seal(file, folder.resolve("y.pdf"), NOON))
        .isInstanceOf(MalformedValue.class);
  }

  private static String detail(Examined examined, String check) {
    return examined.report().findings().stream()
        .filter(it -> it.check().equals(check))
        .map(Finding::detail)
        .findFirst()
        .orElseThrow();
  }
}
