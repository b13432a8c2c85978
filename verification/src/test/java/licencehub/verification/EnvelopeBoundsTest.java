package licencehub.verification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static licencehub.verification.EveryAlgorithmTest.text;
import static licencehub.verification.Town.PAYLOAD;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import licencehub.model.Reason;
import licencehub.verification.envelope.CmsWriter;
import licencehub.verification.envelope.Dsse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not taken apart at all, and with which word. */
class EnvelopeBoundsTest {
  private static final EnvelopeSigner SM2 = Town.signer(Algorithm.SM2_SM3);
  private static final String SIGNATURE =
      "{\"keyid\":\"" + Town.key(Algorithm.SM2_SM3).id() + "\",\"sig\":\"AQID\"}";
  private final SignatureVerifier verifier = Town.verifier(Town.trust(Town.key(Algorithm.SM2_SM3)));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "hello",
        "{",
        "{}",
        "[]",
        "null",
        "{}{}",
        "{\"payloadType\":\"application/cloudevents+json\"}",
        "{\"payloadType\":\"text/plain\",\"payload\":\"AQID\",\"signatures\":[]}",
        "{\"payload\":7}",
        "{\"payload\":\"A\"}",
        "{\"payload\":\"AQID\",\"payload\":\"AQID\"}",
        "{\"signatures\":{}}",
        "{\"signatures\":[1]}",
        "{\"signatures\":[{}]}",
        "{\"signatures\":[{\"sig\":\"*\"}]}",
        "eyJ",
        "eyJ.e",
        "e.e.e",
        "e.e.e.e",
        "eyJhbGciOiJFUzI1NiJ9.*.AQID",
        "eyJhbGciOiJFUzI1NiJ9.AQID=.AQID",
        "e30.AQID.AQID",
        "W10.AQID.AQID",
        "MIIB",
        "-----BEGIN CMS-----",
        "-----BEGIN CMS-----\n*\n-----END CMS-----",
        "M*",
        "0"
      })
  void what_is_no_envelope_is_unreadable(String text) {
    assertRefused(text.getBytes(UTF_8), Reason.ENVELOPE_UNREADABLE);
  }

  @Test
  void an_envelope_without_signatures_lacks_one() {
    assertRefused(Dsse.write(PAYLOAD, List.of()), Reason.SIGNATURE_MISSING);
  }

  @Test
  void too_many_signatures_are_refused_and_eight_are_not() {
    assertThat(verifier.open(signedBy(8))).isInstanceOf(Envelope.Opened.class);
    assertRefused(signedBy(9), Reason.ENVELOPE_UNREADABLE);
  }

  @Test
  void too_many_certificates_are_refused() throws Exception {
    EnvelopeSigner es = Town.signer(Algorithm.ES256);
    String der = Base64.getEncoder().encodeToString(es.key().certificate().getEncoded());
    assertThat(verifier.open(withX5c(es, Collections.nCopies(16, der))))
        .isInstanceOf(Envelope.Opened.class);
    assertRefused(withX5c(es, Collections.nCopies(17, der)), Reason.ENVELOPE_UNREADABLE);
  }

  @Test
  void a_damaged_certificate_in_the_envelope_is_refused() {
    EnvelopeSigner es = Town.signer(Algorithm.ES256);
    assertRefused(withX5c(es, List.of("MAMCAQE=")), Reason.ENVELOPE_UNREADABLE);
  }

  @Test
  void size_is_bounded_exactly() {
    byte[] envelope = SM2.dsse(PAYLOAD);
    assertThat(bounded(envelope.length).open(envelope)).isInstanceOf(Envelope.Opened.class);
    assertThat(bounded(envelope.length - 1).open(envelope))
        .isInstanceOfSatisfying(
            Envelope.Unreadable.class,
            it -> assertThat(it.fault().reason()).isEqualTo(Reason.BYTES_TOO_LARGE));
  }

  @Test
  void deep_json_is_refused() {
    String deep = "{\"x\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
    assertRefused(deep.getBytes(UTF_8), Reason.ENVELOPE_UNREADABLE);
  }

  static Stream<byte[]> deepAsn1() {
    byte[] indefinite = new byte[200_000];
    for (int i = 0; i < indefinite.length; i += 2) {
      indefinite[i] = 0x30;
      indefinite[i + 1] = (byte) 0x80;
    }
    byte[] tagged = indefinite.clone();
    for (int i = 2; i < tagged.length; i += 2) {
      tagged[i] = (byte) 0xa0;
    }
    byte[] wide = new byte[100_004];
    wide[0] = 0x30;
    wide[1] = (byte) 0x83;
    wide[2] = 1;
    wide[3] = (byte) 0x86;
    wide[4] = (byte) 0x9b;
    Arrays.fill(wide, 5, wide.length, (byte) 5);
    return Stream.of(indefinite, tagged, wide);
  }

  @ParameterizedTest
  @MethodSource("deepAsn1")
  void deep_and_wide_asn1_is_refused(byte[] bytes) {
    assertRefused(bytes, Reason.ENVELOPE_UNREADABLE);
  }

  @Test
  void a_cms_cut_off_anywhere_is_refused() {
    byte[] cms = SM2.cms(PAYLOAD, CmsForm.GBT35275);
    for (int i = 0; i < cms.length; i += 7) {
      assertRefused(Arrays.copyOf(cms, i), Reason.ENVELOPE_UNREADABLE);
    }
  }

  @Test
  void content_that_could_pass_for_signed_attributes_needs_real_ones() {
    byte[] attributes =
        Town.opened(verifier.open(SM2.cms(PAYLOAD, CmsForm.RFC5652))).claims().get(0).signed();
    assertRefused(
        SM2.write(new CmsWriter(false, true, false, null), attributes), Reason.ENVELOPE_UNREADABLE);
    assertThat(verifier.open(SM2.write(new CmsWriter(false, true, true, null), attributes)))
        .isInstanceOf(Envelope.Opened.class);
  }

  @Test
  void a_detached_signature_must_be_detached_and_an_enclosing_one_not() {
    assertRefused(SM2.cmsDetached(PAYLOAD), Reason.ENVELOPE_UNREADABLE);
    assertThat(verifier.openDetached(PAYLOAD, SM2.cms(PAYLOAD, CmsForm.GBT35275)))
        .isInstanceOf(Envelope.Unreadable.class);
  }

  @Test
  void critical_jws_extensions_are_refused() {
    String header = "{\"alg\":\"ES256\",\"crit\":[\"b64\"],\"b64\":false}";
    byte[] jws = jws(header, Town.signer(Algorithm.ES256));
    assertRefused(jws, Reason.ENVELOPE_UNREADABLE);
  }

  @Test
  void a_jws_may_name_its_certificate_in_three_ways() throws Exception {
    EnvelopeSigner es = Town.signer(Algorithm.ES256);
    byte[] der = es.key().certificate().getEncoded();
    String thumbprint =
        Base64.getUrlEncoder().withoutPadding().encodeToString(es.key().id().bytes());
    for (String named :
        List.of(
            "\"kid\":\"" + es.key().id() + '"',
            "\"x5t#S256\":\"" + thumbprint + '"',
            "\"x5c\":[\"" + Base64.getEncoder().encodeToString(der) + "\"]")) {
      byte[] jws = jws("{\"alg\":\"ES256\"," + named + "}", es);
      assertThat(Town.opened(verifier.open(jws)).claims().get(0).keyId()).isEqualTo(es.key().id());
    }
  }

  @Test
  void a_dsse_in_the_url_alphabet_and_with_unknown_fields_is_read() {
    String url = Base64.getUrlEncoder().withoutPadding().encodeToString("???>>>".getBytes(UTF_8));
    String dsse =
        "{\"payloadType\":\"application/cloudevents+json\",\"more\":{\"a\":[1]},\"payload\":\""
            + url
            + "\",\"signatures\":["
            + SIGNATURE
            + "]}";
    assertThat(Town.opened(verifier.open(dsse.getBytes(UTF_8))).payload())
        .isEqualTo("???>>>".getBytes(UTF_8));
  }

  @Test
  void a_fault_quotes_nothing_of_the_content() {
    byte[] bytes = text(SM2.dsse(PAYLOAD), "\"payload\":", "\"payload\":张三 ");
    Envelope envelope = verifier.open(bytes);
    assertThat(envelope.toString()).doesNotContain("张三");
    assertThat(envelope).isInstanceOf(Envelope.Unreadable.class);
  }

  private void assertRefused(byte[] bytes, Reason reason) {
    assertThat(verifier.open(bytes))
        .isInstanceOfSatisfying(
            Envelope.Unreadable.class,
            it -> assertThat(it.fault().reason()).as("%s", it).isEqualTo(reason));
  }

  private SignatureVerifier bounded(int bytes) {
    return SignatureVerifiers.of(
        Policy.usual("bounded/1"), Town.trust(), Revocations.none(), bytes);
  }

  private static byte[] signedBy(int count) {
    return EnvelopeSigner.dsse(PAYLOAD, new ArrayList<>(Collections.nCopies(count, SM2)));
  }

  private static byte[] withX5c(EnvelopeSigner signer, List<String> certificates) {
    return jws(
        "{\"alg\":\"ES256\",\"x5c\":[\"" + String.join("\",\"", certificates) + "\"]}", signer);
  }

  private static byte[] jws(String header, EnvelopeSigner signer) {
    String sound = new String(signer.jws(PAYLOAD), UTF_8);
    String encoded = Base64.getUrlEncoder().withoutPadding().encodeToString(header.getBytes(UTF_8));
    return (encoded + sound.substring(sound.indexOf('.'))).getBytes(UTF_8);
  }
}
