package licencehub.verification;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static licencehub.verification.EveryAlgorithmTest.text;
import static licencehub.verification.Paper.FIRST;
import static licencehub.verification.Paper.SIGNS;
import static licencehub.verification.Paper.edited;
import static licencehub.verification.Paper.failures;
import static licencehub.verification.Paper.refused;
import static licencehub.verification.Paper.sealed;
import static licencehub.verification.Paper.unsealed;
import static licencehub.verification.Town.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import licencehub.model.Reason;
import licencehub.model.Unavailable;
import licencehub.model.Verdict;
import licencehub.verification.Policy.WhenStale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Packages made to harm who opens them. */
class OfdPackageTest {
  private static final String CONTENT = "Doc_0/Pages/Page_0/Content.xml";
  private static final int MEBIBYTE = 1024 * 1024;
  private final FileVerifier verifier = Paper.verifier();
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../evil",
        "a/../../evil",
        "/etc/evil",
        "a//b",
        "./a",
        "a/.",
        "..",
        "a\\b",
        "C:evil",
        "a\nb",
        "ofd.XML",
        "Doc_0/document.xml"
      })
  void a_path_that_leads_elsewhere_or_twice_to_one_place_is_unsafe(String path) {
    Path file = edited(sealed(folder), it -> it.put(path, new byte[] {1}));
    assertThat(refused(verifier, file)).isEqualTo(Reason.FILE_UNSAFE);
  }

  @Test
  void the_same_name_twice_is_unsafe() throws IOException {
    Path file = edited(sealed(folder), it -> it.put("Doc_0/Documenu.xml", new byte[] {1}));
    byte[] bytes = text(Files.readAllBytes(file), "Doc_0/Documenu.xml", "Doc_0/Document.xml");
    assertThat(refused(verifier, Files.write(file, bytes))).isEqualTo(Reason.FILE_UNSAFE);
  }

  @Test
  void a_name_that_is_not_utf_8_is_unsafe() throws IOException {
    Path file = edited(sealed(folder), it -> it.put("XXXX.xml", new byte[] {1}));
    byte[] bytes = text(Files.readAllBytes(file), "XXXX.xml", "\u00d6\u00a4\u00d5\u00d5.xml");
    assertThat(refused(verifier, Files.write(file, bytes))).isEqualTo(Reason.FILE_UNSAFE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"OFD.xml", SIGNS + "Signatures.xml", FIRST + "Signature.xml"})
  void a_document_type_is_unsafe_wherever_it_stands(String name) {
    for (String type :
        new String[] {
          "<!DOCTYPE a SYSTEM \"file:///etc/passwd\">",
          "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
          "<!DOCTYPE a [<!ENTITY l \"lol\"><!ENTITY m \"&l;&l;&l;&l;\">]>",
          "<!DOCTYPE a>"
        }) {
      Path file =
          edited(
              sealed(folder),
              it -> it.computeIfPresent(name, (x, xml) -> text(xml, "?>", "?>" + type)));
      assertThat(refused(verifier, file)).isEqualTo(Reason.FILE_UNSAFE);
    }
  }

  @Test
  void an_entity_nobody_declared_is_refused() {
    Path file =
        edited(
            sealed(folder),
            it -> it.computeIfPresent("OFD.xml", (x, xml) -> text(xml, "ZZBS", "&x;")));
    assertThat(refused(verifier, file)).isIn(Reason.FILE_UNREADABLE, Reason.FILE_UNSAFE);
  }

  @Test
  void xml_nested_too_deep_is_beyond_the_limits() {
    String deep = "<a>".repeat(10_000) + "</a>".repeat(10_000);
    Path file = edited(sealed(folder), it -> it.put("OFD.xml", deep.getBytes(UTF_8)));
    assertThat(refused(verifier, file)).isEqualTo(Reason.FILE_BEYOND_LIMITS);
  }

  @Test
  void xml_of_too_many_elements_is_beyond_the_limits() {
    String many = "<OFD>" + "<a/>".repeat(30_000) + "</OFD>";
    Path file = edited(sealed(folder), it -> it.put("OFD.xml", many.getBytes(UTF_8)));
    assertThat(refused(verifier, file)).isEqualTo(Reason.FILE_BEYOND_LIMITS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<a", "<a></b>", "<a/>", "<OFD><DocBody/><DocBody/></OFD>", "\u0000"})
  void an_ofd_without_its_root_is_unreadable(String xml) {
    Path file = edited(sealed(folder), it -> it.put("OFD.xml", xml.getBytes(UTF_8)));
    assertThat(refused(verifier, file)).isEqualTo(Reason.FILE_UNREADABLE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"OFD.xml", SIGNS + "Signatures.xml", FIRST + "Signature.xml", FIRST + "Seal.esl"})
  void a_package_that_lacks_what_it_names_is_unreadable(String name) {
    Path file = edited(sealed(folder), it -> it.remove(name));
    assertThat(refused(verifier, file)).isEqualTo(Reason.FILE_UNREADABLE);
  }

  @Test
  void a_bomb_is_beyond_the_limits() {
    Path file = edited(sealed(folder), it -> it.put("bomb", new byte[30 * MEBIBYTE]));
    assertThat(refused(verifier, file)).isEqualTo(Reason.FILE_BEYOND_LIMITS);
  }

  @Test
  void a_structure_too_large_to_be_held_is_beyond_the_limits() {
    byte[] large = new byte[5 * MEBIBYTE];
    new java.util.Random(7).nextBytes(large);
    Path file = edited(sealed(folder), it -> it.put(FIRST + "SignedValue.dat", large));
    assertThat(refused(verifier, file)).isEqualTo(Reason.FILE_BEYOND_LIMITS);
  }

  @Test
  void a_bomb_in_a_package_is_never_opened() {
    byte[] inner = packedZeros(50 * MEBIBYTE);
    Path file = edited(sealed(folder), it -> it.put("inner.zip", inner));
    assertThat(failures(verifier, file)).containsExactly("coverage FILE_NOT_COVERED");
  }

  @Test
  void an_entry_larger_than_it_says_is_unsafe() throws IOException {
    Path file = edited(sealed(folder), it -> it.put(CONTENT, new byte[500_000]));
    byte[] bytes = Files.readAllBytes(file);
    replaceAll(bytes, number(500_000), number(1_000));
    assertThat(refused(verifier, Files.write(file, bytes))).isEqualTo(Reason.FILE_UNSAFE);
  }

  @Test
  void an_entry_the_directory_does_not_list_is_unsafe() throws IOException {
    Map<String, byte[]> one = new LinkedHashMap<>();
    one.put("OFD.xml", "<a/>".getBytes(UTF_8));
    byte[] hidden = Files.readAllBytes(Paper.packed(folder.resolve("hidden.zip"), one));
    int local = indexOf(hidden, new byte[] {'P', 'K', 1, 2});
    byte[] bytes = Files.readAllBytes(sealed(folder));
    assertThat(refused(verifier, shifted(bytes, 0, Arrays.copyOf(hidden, local))))
        .isEqualTo(Reason.FILE_UNSAFE);
    int directory = indexOf(bytes, new byte[] {'P', 'K', 1, 2});
    assertThat(refused(verifier, shifted(bytes, directory, Arrays.copyOf(hidden, local))))
        .isEqualTo(Reason.FILE_UNSAFE);
  }

  @Test
  void entries_that_share_their_bytes_are_unsafe() throws IOException {
    byte[] bytes = Files.readAllBytes(sealed(folder));
    int first = indexOf(bytes, new byte[] {'P', 'K', 1, 2});
    int second = indexOf(bytes, new byte[] {'P', 'K', 1, 2}, first + 4);
    ByteBuffer it = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    it.putInt(second + 42, it.getInt(first + 42));
    assertThat(refused(verifier, Files.write(folder.resolve("x.ofd"), bytes)))
        .isEqualTo(Reason.FILE_UNSAFE);
  }

  @Test
  void a_local_header_of_another_name_is_unsafe() throws IOException {
    byte[] bytes = Files.readAllBytes(sealed(folder));
    bytes[indexOf(bytes, "OFD.xml".getBytes(UTF_8))] = 'o';
    assertThat(refused(verifier, Files.write(folder.resolve("x.ofd"), bytes)))
        .isEqualTo(Reason.FILE_UNSAFE);
  }

  @Test
  void anything_after_the_end_or_a_second_end_is_refused() throws IOException {
    byte[] bytes = Files.readAllBytes(sealed(folder));
    byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
    assertThat(refused(verifier, Files.write(folder.resolve("x.ofd"), longer)))
        .isEqualTo(Reason.FILE_UNREADABLE);
    byte[] end = Arrays.copyOfRange(bytes, bytes.length - 22, bytes.length);
    byte[] twice = Arrays.copyOf(bytes, bytes.length + 22);
    System.arraycopy(end, 0, twice, bytes.length, 22);
    twice[bytes.length - 2] = 22;
    assertThat(refused(verifier, Files.write(folder.resolve("x.ofd"), twice)))
        .isEqualTo(Reason.FILE_UNSAFE);
  }

  @Test
  void a_file_cut_off_anywhere_is_refused_and_never_an_exception() throws IOException {
    byte[] bytes = Files.readAllBytes(sealed(folder));
    for (int length = 0; length < bytes.length; length += 97) {
      Path file = Files.write(folder.resolve("cut.ofd"), Arrays.copyOf(bytes, length));
      assertThat(refused(verifier, file)).isEqualTo(Reason.FILE_UNREADABLE);
    }
  }

  @Test
  void a_changed_byte_is_found_unless_every_reader_still_reads_the_same() throws IOException {
    Path sealed = sealed(folder);
    byte[] bytes = Files.readAllBytes(sealed);
    Map<String, byte[]> entries = Paper.entries(sealed);
    int found = 0;
    for (int at = 0; at < bytes.length; at += 11) {
      byte[] changed = bytes.clone();
      changed[at] ^= 0x10;
      Path file = Files.write(folder.resolve("changed.ofd"), changed);
      if (verifier.verify(file, NOON).report().verdict() instanceof Verdict.Trusted) {
        assertThat(Paper.entries(file)).as("byte %d", at).containsExactlyEntriesOf(entries);
      } else {
        found++;
      }
    }
    assertThat(found).isGreaterThan(bytes.length / 11 / 2);
  }

  @Test
  void what_is_neither_ofd_nor_pdf_is_unreadable() throws IOException {
    for (String it : new String[] {"", "P", "%PDF", "<html>", "PK", "PK\u0005\u0006"}) {
      Path file = Files.write(folder.resolve("x"), it.getBytes(UTF_8));
      assertThat(refused(verifier, file)).isEqualTo(Reason.FILE_UNREADABLE);
      assertThat(verifier.verify(file, NOON).report().verdict())
          .isInstanceOf(Verdict.Rejected.class);
    }
  }

  @ParameterizedTest
  @CsvSource({"100, 2000, 1000000, 16", "1000000, 5, 1000000, 16", "1000000, 2000, 500, 16"})
  void each_limit_holds(long bytes, int entries, long entryBytes, int signatures) {
    FileLimits limits =
        new FileLimits(bytes, entries, entryBytes, 200, 64, signatures, Duration.ofSeconds(30));
    assertThat(refused(Paper.verifier(limits), sealed(folder)))
        .isEqualTo(Reason.FILE_BEYOND_LIMITS);
  }

  @Test
  void too_many_signatures_are_beyond_the_limits() {
    Path file = sealed(folder);
    Path twice = folder.resolve("twice.ofd");
    OfdSealer.with(Paper.seal(), Paper.department(), Town.RANDOM).seal(file, twice, NOON);
    FileLimits one =
        new FileLimits(1_000_000, 2_000, 1_000_000, 200, 64, 1, Duration.ofSeconds(30));
    assertThat(refused(Paper.verifier(one), twice)).isEqualTo(Reason.FILE_BEYOND_LIMITS);
    assertThat(failures(Paper.verifier(one), file)).isEmpty();
  }

  @Test
  void a_file_that_takes_too_long_may_pass_later() {
    AtomicLong nanos = new AtomicLong();
    FileVerifier slow =
        new FileExaminer(
            Town.policy(false, WhenStale.UNDECIDED),
            SignatureVerifiers.signers(Town.trust(), Revocations.none()),
            FileLimits.USUAL,
            () -> nanos.getAndAdd(Duration.ofSeconds(20).toNanos()));
    Path file = sealed(folder);
    assertThat(refused(slow, file)).isEqualTo(Reason.FILE_UNFINISHED);
    assertThat(slow.verify(file, NOON).report().verdict()).isInstanceOf(Verdict.Undecided.class);
  }

  @Test
  void a_file_that_is_not_there_is_unavailable() {
    assertThatThrownBy(() -> verifier.verify(folder.resolve("none.ofd"), NOON))
        .isInstanceOf(Unavailable.class);
  }

  @Test
  void an_unsealed_package_can_be_unsafe_too() {
    Path file = edited(unsealed(folder), it -> it.put("../evil", new byte[] {1}));
    assertThat(refused(verifier, file)).isEqualTo(Reason.FILE_UNSAFE);
  }

  private byte[] packedZeros(int size) {
    Map<String, byte[]> zeros = Map.of("zeros", new byte[size]);
    try {
      Path inner = Paper.packed(folder.resolve("inner.zip"), zeros);
      return Files.readAllBytes(Paper.packed(inner, Map.of("i.zip", Files.readAllBytes(inner))));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Puts bytes into a package and corrects the place of its directory, as a forger would. */
  private Path shifted(byte[] bytes, int at, byte[] more) throws IOException {
    ByteBuffer out = ByteBuffer.allocate(bytes.length + more.length).order(ByteOrder.LITTLE_ENDIAN);
    out.put(bytes, 0, at).put(more).put(bytes, at, bytes.length - at);
    int end = out.capacity() - 22;
    out.putInt(end + 16, out.getInt(end + 16) + more.length);
    if (at == 0) {
      int entry = out.getInt(end + 16);
      while (out.getInt(entry) == 0x02014b50) {
        out.putInt(entry + 42, out.getInt(entry + 42) + more.length);
        entry +=
            46 + out.getShort(entry + 28) + out.getShort(entry + 30) + out.getShort(entry + 32);
      }
    }
    return Files.write(folder.resolve("shifted.ofd"), out.array());
  }

  private static byte[] number(int value) {
    return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array();
  }

  private static void replaceAll(byte[] bytes, byte[] from, byte[] to) {
    for (int at = indexOf(bytes, from); at >= 0; at = indexOf(bytes, from, at + 1)) {
      System.arraycopy(to, 0, bytes, at, to.length);
    }
  }

  private static int indexOf(byte[] bytes, byte[] wanted) {
    return indexOf(bytes, wanted, 0);
  }

  private static int indexOf(byte[] bytes, byte[] wanted, int from) {
    return new String(bytes, ISO_8859_1).indexOf(new String(wanted, ISO_8859_1), from);
  }
}
