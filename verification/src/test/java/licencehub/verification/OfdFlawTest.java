package licencehub.verification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static licencehub.verification.EveryAlgorithmTest.text;
import static licencehub.verification.Paper.FIRST;
import static licencehub.verification.Paper.MAKER;
import static licencehub.verification.Paper.SIGNED;
import static licencehub.verification.Paper.SIGNS;
import static licencehub.verification.Paper.department;
import static licencehub.verification.Paper.edited;
import static licencehub.verification.Paper.failures;
import static licencehub.verification.Paper.seal;
import static licencehub.verification.Paper.sealed;
import static licencehub.verification.Town.AUTHORITY;
import static licencehub.verification.Town.NOON;
import static licencehub.verification.Town.RANDOM;
import static licencehub.verification.Town.ROOT;
import static licencehub.verification.Town.YEARS;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CRLReason;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import licencehub.model.Digest;
import licencehub.model.Verdict;
import licencehub.verification.CertificateAuthority.Revoked;
import licencehub.verification.CertificateAuthority.Validity;
import licencehub.verification.Policy.WhenStale;
import licencehub.verification.ofd.OfdSealing;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERSequence;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sealed OFD files with exactly one flaw, and what must come of it. */
class OfdFlawTest {
  private static final String CONTENT = "Doc_0/Pages/Page_0/Content.xml";
  private final FileVerifier verifier = Paper.verifier();
  @TempDir private Path folder;

  @Test
  void a_changed_entry_is_found() {
    assertFailures(
        edited(sealed(folder), it -> it.put(CONTENT, "<a/>".getBytes(UTF_8))),
        "references FILE_CHANGED");
  }

  @Test
  void changed_metadata_is_found() {
    assertFailures(
        edited(sealed(folder), it -> change(it, "OFD.xml", "ZZBS", "ZZBH")),
        "references FILE_CHANGED");
  }

  @Test
  void a_removed_entry_is_found() {
    assertFailures(edited(sealed(folder), it -> it.remove(CONTENT)), "references FILE_CHANGED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Doc_0/Pages/Page_0/Annotation.xml", "x", "Doc_0/Signs/Sign_0/Other.xml"})
  void an_added_entry_is_found(String name) {
    assertFailures(
        edited(sealed(folder), it -> it.put(name, "<a/>".getBytes(UTF_8))),
        "coverage FILE_NOT_COVERED");
  }

  @Test
  void an_entry_the_signer_left_out_is_not_covered() {
    assertFailures(
        resigned(
            it -> it.replaceFirst("<ofd:Reference FileRef=\"/" + CONTENT + ".*?Reference>", "")),
        "coverage FILE_NOT_COVERED");
  }

  @Test
  void a_removed_reference_breaks_the_signature() {
    Path file =
        edited(
            sealed(folder),
            it ->
                it.computeIfPresent(
                    FIRST + "Signature.xml",
                    (name, xml) ->
                        new String(xml, UTF_8)
                            .replaceFirst(
                                "<ofd:Reference FileRef=\"/" + CONTENT + ".*?Reference>", "")
                            .getBytes(UTF_8)));
    assertFailures(file, "coverage FILE_NOT_COVERED", "signature-file FILE_CHANGED");
  }

  @Test
  void a_broken_digest_is_found() {
    assertFailures(
        resigned(it -> it.replaceFirst("<ofd:CheckValue>....", "<ofd:CheckValue>AAAA")),
        "references FILE_CHANGED");
  }

  @ParameterizedTest
  @ValueSource(strings = {" CheckMethod=\"MD5\"", " CheckMethod=\"1.3.14.3.2.26\"", ""})
  void a_weak_digest_does_not_count(String method) {
    assertThat(
            failures(verifier, resigned(it -> it.replaceFirst(" CheckMethod=\"[^\"]*\"", method))))
        .startsWith("references ALGORITHM_REFUSED");
  }

  @Test
  void sha_256_digests_count() {
    assertFailures(
        resigned(
            (xml, entries) ->
                Pattern.compile("FileRef=\"/([^\"]*)\"><ofd:CheckValue>[^<]*<")
                    .matcher(xml.replace("1.2.156.10197.1.401", "SHA-256"))
                    .replaceAll(
                        it ->
                            "FileRef=\"/%s\"><ofd:CheckValue>%s<"
                                .formatted(it.group(1), sha256(entries, it.group(1)))),
            null));
  }

  @Test
  void anothers_seal_picture_moved_in_is_found() {
    ElectronicSeal other = seal(SealForm.GBT38540, MAKER, YEARS, MAKER);
    assertFailures(
        resigned((xml, entries) -> xml, other),
        "references FILE_CHANGED",
        "seal-file SEAL_DIFFERENT");
  }

  @Test
  void anothers_seal_signed_with_is_found() {
    SignerKey thief = AUTHORITY.issue(Town.department(), Algorithm.SM2_SM3, YEARS, RANDOM);
    assertFailures(
        sealed(folder, OfdSealer.with(seal(), thief, RANDOM)),
        "seal-signers SEAL_SIGNER_NOT_LISTED");
  }

  @Test
  void a_whole_signature_moved_in_from_another_file_is_found() {
    Map<String, byte[]> other = Paper.entries(sealed(folder));
    Path file = folder.resolve("other.ofd");
    new OfdDocument("ffff", "另一份", Map.of(), List.of("另一份证照")).write(file);
    Path target = folder.resolve("moved.ofd");
    OfdSealer.with(seal(), department(), RANDOM).seal(file, target, SIGNED);
    assertThat(
            failures(
                verifier,
                edited(
                    target,
                    it ->
                        other.forEach(
                            (name, bytes) -> {
                              if (name.startsWith(SIGNS)) {
                                it.put(name, bytes);
                              }
                            }))))
        .startsWith("references FILE_CHANGED");
  }

  @Test
  void a_signature_that_stands_elsewhere_than_it_says_is_found() {
    ElectronicSeal seal = seal();
    assertFailures(
        edited(
            sealed(folder, OfdSealer.with(seal, department(), RANDOM)),
            it ->
                it.computeIfPresent(
                    FIRST + "SignedValue.dat",
                    (name, old) -> value(seal, file(it), "Doc_0/Signs/Sign_1/Signature.xml"))),
        "seal-property SEAL_DIFFERENT");
  }

  @Test
  void a_seal_is_of_no_use_after_its_time_or_before() {
    Validity past = new Validity(YEARS.from(), SIGNED.minusSeconds(1));
    Validity coming = new Validity(SIGNED.plusSeconds(1), YEARS.to());
    for (Validity it : List.of(past, coming)) {
      ElectronicSeal seal = seal(SealForm.GBT38540, MAKER, it, department());
      assertFailures(
          sealed(folder, OfdSealer.with(seal, department(), RANDOM)), "seal-period SEAL_EXPIRED");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_seal_somebody_else_made_in_the_makers_name_is_forged(boolean fourth) {
    SignerKey forger = new SignerKey(department().privateKey(), MAKER.chain());
    ElectronicSeal seal =
        seal(fourth ? SealForm.GBT38540 : SealForm.GMT0031, forger, YEARS, department());
    Path file = sealed(folder, OfdSealer.with(seal, department(), RANDOM));
    assertFailures(file, "maker-signature SEAL_FORGED");
    assertFailures(file, "maker-signature SEAL_FORGED");
  }

  @Test
  void a_maker_nobody_trusts_makes_no_seals() {
    CertificateAuthority nobody =
        CertificateAuthority.root(Subject.of("无名"), Algorithm.SM2_SM3, YEARS, RANDOM);
    SignerKey maker = nobody.issue(Subject.of("无名制章"), Algorithm.SM2_SM3, YEARS, RANDOM);
    ElectronicSeal seal = seal(SealForm.GBT38540, maker, YEARS, department());
    assertFailures(
        sealed(folder, OfdSealer.with(seal, department(), RANDOM)), "maker-chain CHAIN_BROKEN");
  }

  @Test
  void a_signer_nobody_trusts_is_found_though_his_seal_lists_him() {
    CertificateAuthority nobody =
        CertificateAuthority.root(Subject.of("无名"), Algorithm.SM2_SM3, YEARS, RANDOM);
    SignerKey signer = nobody.issue(Town.department(), Algorithm.SM2_SM3, YEARS, RANDOM);
    ElectronicSeal seal = seal(SealForm.GBT38540, MAKER, YEARS, signer);
    assertFailures(sealed(folder, OfdSealer.with(seal, signer, RANDOM)), "chain CHAIN_BROKEN");
  }

  @Test
  void a_signature_of_another_key_is_wrong() {
    SignerKey forged = new SignerKey(MAKER.privateKey(), department().chain());
    assertFailures(
        sealed(folder, OfdSealer.with(seal(), forged, RANDOM)), "signature SIGNATURE_WRONG");
    assertFailures(sealed(folder, OfdSealer.plain(forged, RANDOM)), "signature SIGNATURE_WRONG");
  }

  @Test
  void a_plain_signature_of_another_file_is_found() {
    byte[] other = Town.signer(Algorithm.SM2_SM3).cmsDetached("<a/>".getBytes(UTF_8), SIGNED);
    assertFailures(
        edited(
            sealed(folder, OfdSealer.plain(department(), RANDOM)),
            it -> it.put(FIRST + "SignedValue.dat", other)),
        "signature-file FILE_CHANGED");
  }

  @Test
  void a_plain_signature_is_not_taken_for_a_seal() {
    Path file = sealed(folder, OfdSealer.plain(department(), RANDOM));
    assertFailures(
        edited(file, it -> change(it, SIGNS + "Signatures.xml", "Type=\"Sign\"", "Type=\"Seal\"")),
        "form SEAL_UNKNOWN");
  }

  @Test
  void a_seal_of_a_version_to_come_is_named_and_not_trusted() {
    Path file =
        edited(
            sealed(folder),
            it -> it.computeIfPresent(FIRST + "SignedValue.dat", (name, der) -> fifth(der)));
    FileExamination.Examined examined = Paper.examined(verifier, file);
    assertFailures(file, "form SEAL_UNKNOWN");
    assertThat(examined.report().findings())
        .anyMatch(it -> it.check().equals("form") && it.detail().equals("SES v5"));
    assertThat(examined.signers()).isEmpty();
    assertThat(examined.report().verdict()).isInstanceOf(Verdict.Rejected.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "0\u0000", "not DER at all"})
  void a_signed_value_that_is_none_is_unreadable_or_unknown(String value) {
    Path file =
        edited(sealed(folder), it -> it.put(FIRST + "SignedValue.dat", value.getBytes(UTF_8)));
    assertThat(failures(verifier, file))
        .hasSize(1)
        .first()
        .asString()
        .matches("form (FILE_UNREADABLE|SEAL_UNKNOWN)");
  }

  @Test
  void a_time_to_come_is_not_believed() {
    Path file = folder.resolve("future.ofd");
    OfdSealer.with(seal(), department(), RANDOM)
        .seal(Paper.unsealed(folder), file, NOON.plus(Duration.ofHours(1)));
    assertFailures(file, "time SIGNED_IN_FUTURE");
  }

  @Test
  void a_revoked_signer_and_a_revoked_maker_are_found() throws Exception {
    for (SignerKey it : List.of(department(), MAKER)) {
      Path list = folder.resolve(it.id() + ".crl");
      Files.write(
          list,
          AUTHORITY.revocationList(
              1,
              NOON.minusSeconds(60),
              NOON.plusSeconds(60),
              List.of(Revoked.of(it.certificate(), YEARS.from(), CRLReason.KEY_COMPROMISE)),
              RANDOM));
      Path root = folder.resolve("root.crl");
      Files.write(
          root,
          ROOT.revocationList(1, NOON.minusSeconds(60), NOON.plusSeconds(60), List.of(), RANDOM));
      Revocations revocations = Revocations.of(Town.trust(), uris(list, root));
      revocations.refresh();
      FileVerifier strict =
          FileVerifiers.of(
              Town.policy(true, WhenStale.REJECT), Town.trust(), revocations, FileLimits.USUAL);
      String check = it.equals(MAKER) ? "maker-revocation" : "revocation";
      assertThat(failures(strict, sealed(folder))).containsExactly(check + " SIGNER_REVOKED");
    }
  }

  private static List<URI> uris(Path... files) {
    return List.of(files).stream().map(Path::toUri).toList();
  }

  private void assertFailures(Path file, String... failures) {
    assertThat(failures(verifier, file)).containsExactly(failures);
  }

  private static void change(Map<String, byte[]> entries, String name, String from, String to) {
    entries.computeIfPresent(name, (x, bytes) -> text(bytes, from, to));
  }

  /** A file whose signer signed another Signature.xml than the sealer writes. */
  private Path resigned(UnaryOperator<String> edit) {
    return resigned((xml, entries) -> edit.apply(xml), null);
  }

  /** The same, with another Seal.esl in the package. */
  private Path resigned(
      BiFunction<String, Map<String, byte[]>, String> edit, @Nullable ElectronicSeal shown) {
    ElectronicSeal seal = seal();
    return edited(
        sealed(folder, OfdSealer.with(seal, department(), RANDOM)),
        it -> {
          String place = FIRST + "Signature.xml";
          byte[] xml = edit.apply(new String(file(it), UTF_8), it).getBytes(UTF_8);
          it.put(place, xml);
          it.put(FIRST + "SignedValue.dat", value(seal, xml, place));
          it.put(FIRST + "Seal.esl", shown == null ? seal.der() : shown.der());
        });
  }

  private static byte[] file(Map<String, byte[]> entries) {
    return Objects.requireNonNull(entries.get(FIRST + "Signature.xml"));
  }

  private static String sha256(Map<String, byte[]> entries, String name) {
    return Base64.getEncoder()
        .encodeToString(Digest.of(Objects.requireNonNull(entries.get(name))).bytes());
  }

  private static byte[] value(ElectronicSeal seal, byte[] signature, String place) {
    return OfdSealing.sealed(seal.der(), SIGNED, OfdSealer.signing(department(), RANDOM))
        .of(signature, place);
  }

  /** The same structure with the next version number in the seal's header. */
  private static byte[] fifth(byte[] der) {
    try {
      return with(ASN1Sequence.getInstance(der), new int[] {0, 1, 0, 0, 1}, 0).getEncoded();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static ASN1Sequence with(ASN1Sequence it, int[] path, int depth) {
    ASN1Encodable[] all = it.toArray();
    int at = path[depth];
    all[at] =
        depth + 1 == path.length
            ? new ASN1Integer(5)
            : with(ASN1Sequence.getInstance(all[at]), path, depth + 1);
    return new DERSequence(all);
  }
}
