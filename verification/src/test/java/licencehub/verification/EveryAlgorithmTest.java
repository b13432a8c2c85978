package licencehub.verification;

import static licencehub.verification.Town.NOON;
import static licencehub.verification.Town.PAYLOAD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import licencehub.model.Finding;
import licencehub.model.Finding.Result;
import licencehub.model.Reason;
import licencehub.model.Verdict;
import licencehub.verification.Envelope.Form;
import licencehub.verification.Envelope.Opened;
import licencehub.verification.envelope.CmsWriter;
import licencehub.verification.x509.Pem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every algorithm in every form it can take. */
class EveryAlgorithmTest {
  static Stream<Arguments> forms() {
    return Arrays.stream(Algorithm.values()).flatMap(EveryAlgorithmTest::forms);
  }

  private static Stream<Arguments> forms(Algorithm algorithm) {
    EnvelopeSigner signer = Town.signer(algorithm);
    byte[] cms = signer.cms(PAYLOAD, CmsForm.RFC5652);
    CmsWriter bare = new CmsWriter(false, true, false, null);
    Stream<Arguments> all =
        Stream.of(
            Arguments.of(algorithm, Form.DSSE, "DSSE", signer.dsse(PAYLOAD)),
            Arguments.of(algorithm, Form.CMS, "RFC 5652", cms),
            Arguments.of(
                algorithm, Form.CMS, "signing time", signer.cms(PAYLOAD, CmsForm.RFC5652, NOON)),
            Arguments.of(algorithm, Form.CMS, "GB/T 35275", signer.cms(PAYLOAD, CmsForm.GBT35275)),
            Arguments.of(algorithm, Form.CMS, "no attributes", signer.write(bare, PAYLOAD)),
            Arguments.of(algorithm, Form.CMS, "base64", Base64.getMimeEncoder().encode(cms)),
            Arguments.of(
                algorithm, Form.CMS, "PEM", Pem.write(List.of(new Pem.Block("CMS", cms)))));
    return algorithm == Algorithm.SM2_SM3
        ? all
        : Stream.concat(
            all, Stream.of(Arguments.of(algorithm, Form.JWS, "JWS", signer.jws(PAYLOAD))));
  }

  @ParameterizedTest(name = "{0} {2}")
  @MethodSource("forms")
  void a_sound_envelope_is_trusted_and_keeps_its_payload(
      Algorithm algorithm, Form form, String name, byte[] bytes) {
    SignatureVerifier verifier = Town.verifier(Town.trust(Town.key(algorithm)));
    Opened opened = Town.opened(verifier.open(bytes));
    assertThat(opened.form()).isEqualTo(form);
    assertThat(opened.payload()).isEqualTo(PAYLOAD);
    Examination examination = verifier.examine(opened, NOON);
    assertThat(examination.report().verdict())
        .as("%s", examination)
        .isEqualTo(new Verdict.Trusted());
    assertThat(examination.signers()).containsExactly(Town.key(algorithm).id());
    assertThat(examination.report().findings())
        .contains(Finding.passed("algorithm", algorithm.wire()));
  }

  @ParameterizedTest(name = "{0} {2}")
  @MethodSource("forms")
  void a_changed_payload_is_noticed(Algorithm algorithm, Form form, String name, byte[] bytes) {
    SignatureVerifier verifier = Town.verifier(Town.trust(Town.key(algorithm)));
    Opened opened = Town.opened(verifier.open(bytes));
    byte[] other = opened.payload().clone();
    other[3] ^= 1;
    byte[] forged =
        switch (form) {
          case DSSE -> text(bytes, base64(opened.payload()), base64(other));
          case JWS -> text(bytes, url(opened.payload()), url(other));
          case CMS -> replaced(der(name, bytes), opened.payload(), other);
        };
    Examination examination = Town.examine(verifier, forged);
    assertThat(reasons(examination)).containsExactly(Reason.SIGNATURE_WRONG);
    assertThat(examination.signers()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Algorithm.class)
  void a_detached_signature_fits_its_content_and_no_other(Algorithm algorithm) {
    SignatureVerifier verifier = Town.verifier(Town.trust(Town.key(algorithm)));
    byte[] signature = Town.signer(algorithm).cmsDetached(PAYLOAD, NOON);
    Opened opened = Town.opened(verifier.openDetached(PAYLOAD, signature));
    assertThat(opened.claims().get(0).signedAt()).isEqualTo(NOON);
    assertThat(verifier.examine(opened, NOON).report().verdict()).isEqualTo(new Verdict.Trusted());
    byte[] other = PAYLOAD.clone();
    other[0] ^= 1;
    Opened wrong = Town.opened(verifier.openDetached(other, signature));
    assertThat(reasons(verifier.examine(wrong, NOON))).containsExactly(Reason.SIGNATURE_WRONG);
  }

  @Test
  void sm2_has_no_jws() {
    assertThatThrownBy(() -> Town.signer(Algorithm.SM2_SM3).jws(PAYLOAD))
        .isInstanceOf(IllegalStateException.class);
  }

  static List<Reason> reasons(Examination examination) {
    return examination.report().findings().stream()
        .filter(it -> it.result() == Result.FAILED)
        .map(Finding::reason)
        .toList();
  }

  private static byte[] der(String name, byte[] bytes) {
    try {
      return switch (name) {
        case "PEM" -> Pem.read(bytes).get(0).content();
        case "base64" -> Base64.getMimeDecoder().decode(bytes);
        default -> bytes;
      };
    } catch (java.io.IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static String url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  static byte[] text(byte[] bytes, String from, String to) {
    String text = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
    assertThat(text).contains(from);
    return text.replace(from, to).getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
  }

  static byte[] replaced(byte[] bytes, byte[] from, byte[] to) {
    String hex = java.util.HexFormat.of().formatHex(bytes);
    String old = java.util.HexFormat.of().formatHex(from);
    assertThat(hex).contains(old);
    return java.util.HexFormat.of()
        .parseHex(hex.replace(old, java.util.HexFormat.of().formatHex(to)));
  }
}
