package licencehub.verification;

import static licencehub.verification.Paper.MAKER;
import static licencehub.verification.Paper.METADATA;
import static licencehub.verification.Paper.SIGNED;
import static licencehub.verification.Paper.department;
import static licencehub.verification.Paper.examined;
import static licencehub.verification.Paper.failures;
import static licencehub.verification.Paper.seal;
import static licencehub.verification.Paper.sealed;
import static licencehub.verification.Paper.unsealed;
import static licencehub.verification.Town.NOON;
import static licencehub.verification.Town.RANDOM;
import static licencehub.verification.Town.YEARS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import licencehub.model.Digest;
import licencehub.model.Finding;
import licencehub.model.Finding.Result;
import licencehub.model.MalformedValue;
import licencehub.model.Verdict;
import licencehub.verification.FileExamination.Examined;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sound OFD files of every form, and what is said about them. */
class OfdFileTest {
  private static final List<String> SIGNER =
      List.of("algorithm", "signer", "signature", "chain", "validity", "revocation", "time");
  private static final List<String> CHECKS =
      List.of(
          "references",
          "coverage",
          "form",
          "signature-file",
          "seal-file",
          "seal-property",
          "seal-signers");

  private final FileVerifier verifier = Paper.verifier();
  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void a_file_with_a_seal_of_every_form_is_trusted(SealForm form) throws Exception {
    Path file =
        sealed(
            folder, OfdSealer.with(seal(form, MAKER, YEARS, department()), department(), RANDOM));
    Examined examined = examined(verifier, file);
    assertThat(failures(examined.report())).isEmpty();
    assertThat(examined.report().verdict()).isEqualTo(new Verdict.Trusted());
    assertThat(examined.signers()).containsExactly(department().id());
    assertThat(examined.type()).isEqualTo(FileType.OFD);
    assertThat(examined.digest()).isEqualTo(Digest.of(Files.readAllBytes(file)));
    assertThat(detail(examined, "time")).isEqualTo(SIGNED.toString());
    assertThat(detail(examined, "form"))
        .isEqualTo(form == SealForm.GMT0031 ? "GM/T 0031 v1" : "GB/T 38540 v4");
  }

  @Test
  void a_plain_signature_is_trusted_and_has_no_seal() {
    Examined examined = examined(verifier, sealed(folder, OfdSealer.plain(department(), RANDOM)));
    assertThat(failures(examined.report())).isEmpty();
    assertThat(examined.signers()).containsExactly(department().id());
    assertThat(detail(examined, "form")).isEqualTo("GB/T 35275");
    assertThat(examined.report().findings())
        .filteredOn(it -> it.check().startsWith("seal-") || it.check().startsWith("maker-"))
        .hasSize(3 + 1 + 7)
        .allMatch(it -> it.result() == Result.SKIPPED);
  }

  @Test
  void signers_and_seals_are_named_as_the_file_presents_them() {
    FoundSignature sealed = examined(verifier, sealed(folder)).found().getFirst();
    assertThat(sealed.signer()).contains("测试市场监管局");
    assertThat(sealed.certificate()).contains(department().id());
    assertThat(sealed.signedAt()).contains(SIGNED);
    FoundSignature.FoundSeal seal = sealed.seal().orElseThrow();
    assertThat(seal.identifier()).isEqualTo("TEST0001");
    assertThat(seal.name()).isEqualTo("测试市场监管局");
    assertThat(seal.maker()).contains("测试印章制作中心");
    assertThat(seal.to()).isEqualTo(YEARS.to());
    Path plain = sealed(folder, OfdSealer.plain(department(), RANDOM));
    FoundSignature signed = examined(verifier, plain).found().getFirst();
    assertThat(signed.signer()).contains("测试市场监管局");
    assertThat(signed.seal()).isEmpty();
    assertThat(examined(verifier, unsealed(folder)).found()).isEmpty();
  }

  @Test
  void the_metadata_is_read_whole() {
    FileMetadata metadata = examined(verifier, sealed(folder)).metadata();
    assertThat(metadata.entries()).isEqualTo(METADATA);
    assertThat(metadata.documentId()).isEqualTo("0123456789abcdef0123456789abcdef");
    assertThat(metadata.one("ZZMC")).contains("安全生产考核合格证书");
    assertThat(metadata.one("CZZT")).isEmpty();
    assertThat(metadata.toString()).doesNotContain("张三");
  }

  @Test
  void the_misspelt_metadata_of_a_system_in_use_is_read_too() {
    Path misspelt =
        Paper.edited(
            unsealed(folder),
            it ->
                it.computeIfPresent(
                    "OFD.xml",
                    (name, xml) -> EveryAlgorithmTest.text(xml, "CustomData", "CuslomData")));
    Path file = folder.resolve("sealed.ofd");
    OfdSealer.with(seal(), department(), RANDOM).seal(misspelt, file, SIGNED);
    assertThat(examined(verifier, file).metadata().entries()).isEqualTo(METADATA);
  }

  @Test
  void every_check_stands_in_every_report() {
    List<String> checks = new ArrayList<>(List.of("file", "signatures"));
    checks.addAll(CHECKS);
    checks.addAll(SIGNER);
    checks.add("seal-period");
    SIGNER.forEach(it -> checks.add("maker-" + it));
    assertThat(Paper.checks(examined(verifier, sealed(folder)).report())).isEqualTo(checks);
    assertThat(Paper.checks(examined(verifier, unsealed(folder)).report())).isEqualTo(checks);
    assertThat(checks).allSatisfy(it -> assertThat(CheckWords.of(it).zh()).isNotEqualTo(it));
  }

  @Test
  void a_file_nobody_signed_lacks_a_signature() {
    assertThat(failures(verifier, unsealed(folder)))
        .containsExactly("signatures SIGNATURE_MISSING");
  }

  @Test
  void a_second_seal_leaves_the_first_one_sound() {
    SignerKey other = Town.AUTHORITY.issue(Town.department(), Algorithm.SM2_SM3, YEARS, RANDOM);
    Path twice = folder.resolve("twice.ofd");
    OfdSealer.with(seal(SealForm.GMT0031, MAKER, YEARS, other), other, RANDOM)
        .seal(sealed(folder), twice, NOON);
    Examined examined = examined(verifier, twice);
    assertThat(failures(examined.report())).isEmpty();
    assertThat(examined.signers()).containsExactlyInAnyOrder(department().id(), other.id());
    assertThat(examined.report().findings()).hasSize(2 + 2 * (CHECKS.size() + 7 + 1 + 7));
  }

  @Test
  void the_same_seal_again_gets_the_same_report() {
    Path file = sealed(folder);
    assertThat(verifier.verify(file, NOON).report())
        .isEqualTo(verifier.verify(file, NOON).report());
  }

  @Test
  void every_thread_gets_the_right_answer_for_its_own_file() throws Exception {
    Path sound = sealed(folder);
    Path changed = Paper.edited(sound, it -> it.put("added", new byte[1]));
    List<Callable<List<String>>> tasks = new ArrayList<>();
    for (int i = 0; i < 64; i++) {
      Path file = i % 2 == 0 ? sound : changed;
      tasks.add(() -> failures(verifier, file));
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Future<List<String>>> answers = threads.invokeAll(tasks);
      for (int i = 0; i < answers.size(); i++) {
        assertThat(answers.get(i).get())
            .isEqualTo(i % 2 == 0 ? List.of() : List.of("coverage FILE_NOT_COVERED"));
      }
    }
  }

  @Test
  void a_sealer_takes_sm2_keys_only() {
    assertThatThrownBy(() -> OfdSealer.plain(Town.key(Algorithm.ES256), RANDOM))
        .isInstanceOf(MalformedValue.class)
        .hasMessageContaining("SM2");
  }

  private static String detail(Examined examined, String check) {
    return examined.report().findings().stream()
        .filter(it -> it.check().equals(check))
        .map(Finding::detail)
        .findFirst()
        .orElseThrow();
  }
}
