package licencehub.hub.copies;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import licencehub.hub.copies.UseCopy.Annotation;
import licencehub.hub.files.CopyNote;
import licencehub.hub.files.Scratch;
import licencehub.model.MalformedValue;
import licencehub.model.Text;
import licencehub.model.Verdict;
import licencehub.model.code.CaseNumber;
import licencehub.model.code.CreditCode;
import licencehub.model.code.LicenceIdentifier;
import licencehub.model.code.LicenceTypeCode;
import licencehub.model.code.UseCode;
import licencehub.verification.FileExamination;
import licencehub.verification.FileExamination.Examined;
import licencehub.verification.FileLimits;
import licencehub.verification.FileVerifiers;
import licencehub.verification.Policy;
import licencehub.verification.Policy.WhenStale;
import licencehub.verification.Revocations;
import licencehub.verification.Trust;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Use copies as the hub makes them, read back and verified by their anchor alone. */
class UseCopyTest {
  private static final Instant NOW = Instant.parse("2026-11-20T04:00:00Z");
  private static final Text HUB = Text.of("示例市证照枢纽", "Example City Licence Hub");
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final CaseNumber CASE = new CaseNumber("330901161710248000216");

  @TempDir Path folder;

  private Scratch scratch() {
    return Scratch.open(folder.resolve("scratch"), 1 << 20, 4);
  }

  @Test
  void a_copy_is_trusted_by_the_hubs_anchor_and_says_what_it_is_for() throws IOException {
    Examined examined = examined(made(face()));
    assertThat(examined.report().verdict()).isEqualTo(new Verdict.Trusted());
    assertThat(examined.found().getFirst().signer()).contains("示例市证照枢纽");
    assertThat(examined.found().getFirst().seal().orElseThrow().name()).isEqualTo("示例市证照枢纽加注件专用章");
    assertThat(examined.metadata().documentId()).matches("[0-9a-f]{32}");
    CopyNote note = CopyNote.of(examined.metadata()).orElseThrow();
    assertThat(note)
        .isEqualTo(
            new CopyNote("2026-11-20 12:00:00", "示例市住房局", "建筑工程施工许可", "2026-12-20 12:00:00"));
    assertThat(note.hasExpired(NOW)).isFalse();
    assertThat(note.hasExpired(NOW.plus(Duration.ofDays(30)))).isTrue();
  }

  @Test
  void its_metadata_are_the_granted_fields_and_the_identifier() throws IOException {
    Map<String, List<String>> entries = examined(made(face())).metadata().entries();
    assertThat(entries)
        .containsEntry("ZZBS", List.of(identifier().toString()))
        .containsEntry("ZZMC", List.of("食品经营许可证"))
        .containsEntry("CZZT", List.of("张三", "李四"))
        .containsEntry("经营项目", List.of("食品销售 & <餐饮>"));
    assertThat(entries).doesNotContainKey("CZZTDM");
  }

  @Test
  void its_page_shows_face_annotation_and_watermark() throws IOException {
    String page = entry(made(face()), "Doc_0/Pages/Page_0/Content.xml");
    assertThat(page)
        .contains(">持证主体<", ">张三、李四<")
        .contains("食品销售 &amp; &lt;餐饮&gt;")
        .contains(">用途<", ">建筑工程施工许可<")
        .contains(">制作者<", ">示例市住房局（zhang.san）<")
        .contains(">办件编号<", ">" + CASE + "<")
        .contains(">有效期截止时间<", ">2026-12-20 12:00:00<")
        .contains(">" + copy(face()).annotation().code().grouped() + "<")
        .contains(">制作枢纽<", ">示例市证照枢纽 Example City Licence Hub<")
        .contains("CTM=");
    assertThat(page.split("仅供示例市住房局办理建筑工程施工许可使用", -1)).hasSizeGreaterThan(4);
  }

  @Test
  void a_long_face_goes_on_over_pages_and_odd_letters_do_no_harm() throws IOException {
    Map<String, String> face = face();
    for (int i = 0; i < 60; i++) {
      face.put("信息项" + i, "很长的内容𬭎".repeat(12) + "\u0007\uFFFF");
    }
    byte[] made = made(face);
    assertThat(entry(made, "Doc_0/Pages/Page_3/Content.xml")).contains("信息项");
    assertThat(examined(made).report().verdict()).isEqualTo(new Verdict.Trusted());
  }

  @Test
  void a_changed_copy_and_one_of_another_hub_are_not_trusted() throws IOException {
    byte[] made = made(face());
    byte[] changed = made.clone();
    changed[new String(made, ISO_8859_1).indexOf("Content.xml") + 40] ^= 1;
    assertThat(verify(changed).report().verdict()).isInstanceOf(Verdict.Rejected.class);
    HubSeal other = HubSeal.open(folder.resolve("other"), HUB, RANDOM, NOW);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new UseCopyMaker(other, scratch(), RANDOM).write(copy(face()), out);
    assertThat(verify(out.toByteArray()).report().verdict()).isInstanceOf(Verdict.Rejected.class);
  }

  @Test
  void the_seal_is_made_once_and_its_keys_are_the_owners_alone() throws IOException {
    HubSeal again = seal();
    assertThat(again.key().id()).isEqualTo(seal().key().id());
    assertThat(HubSeal.anchorIn(folder.resolve("seal"))).contains(again.anchor());
    assertThat(HubSeal.anchorIn(folder.resolve("nowhere"))).isEmpty();
    assertThat(Files.getPosixFilePermissions(folder.resolve("seal/key.pem"))).hasSize(2);
  }

  @Test
  void nothing_of_a_copy_stays_on_disk() throws IOException {
    made(face());
    try (Stream<Path> left = Files.list(folder.resolve("scratch"))) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void a_copy_without_purpose_or_time_is_none() {
    assertThatThrownBy(() -> note(" ", NOW.plusSeconds(1))).isInstanceOf(MalformedValue.class);
    assertThatThrownBy(() -> note("用途", NOW)).isInstanceOf(MalformedValue.class);
    assertThat(copy(face()).toString()).doesNotContain("张三");
  }

  private HubSeal seal() {
    return HubSeal.open(folder.resolve("seal"), HUB, RANDOM, NOW.minusSeconds(60));
  }

  private byte[] made(Map<String, String> face) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new UseCopyMaker(seal(), scratch(), RANDOM).write(copy(face), out);
    return out.toByteArray();
  }

  private static UseCopy copy(Map<String, String> face) {
    return new UseCopy(
        identifier(), "食品经营许可证", face, note("建筑工程施工许可", NOW.plus(Duration.ofDays(30))));
  }

  private static Annotation note(String purpose, Instant expires) {
    UseCode code = UseCode.mint(new byte[UseCode.RANDOM_BYTES], CASE);
    return new Annotation(purpose, "示例市住房局", "zhang.san", CASE, code, HUB, NOW, expires);
  }

  private static Map<String, String> face() {
    Map<String, String> face = new LinkedHashMap<>();
    face.put("证照名称", "食品经营许可证");
    face.put("证照编号", "JY14403070001234");
    face.put("持证主体", "张三、李四");
    face.put("经营项目", "食品销售 & <餐饮>");
    return face;
  }

  private static LicenceIdentifier identifier() {
    return LicenceIdentifier.mint(
        new LicenceTypeCode("11100000MB0143028R001"),
        new CreditCode("11430000006122244L"),
        "000000001",
        1);
  }

  private Examined examined(byte[] file) throws IOException {
    return (Examined) verify(file);
  }

  private FileExamination verify(byte[] file) throws IOException {
    Policy usual = Policy.usual("test");
    Policy policy =
        new Policy(
            "test",
            usual.algorithms(),
            false,
            usual.staleAfter(),
            WhenStale.REJECT,
            usual.clockSkew());
    Trust trust = new Trust(List.of(seal().anchor()), List.of(), List.of());
    Path path = Files.write(folder.resolve("copy.ofd"), file);
    return FileVerifiers.of(policy, trust, Revocations.none(), FileLimits.USUAL)
        .verify(path, NOW.plusSeconds(5));
  }

  private static String entry(byte[] ofd, String name) throws IOException {
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(ofd))) {
      for (ZipEntry it = in.getNextEntry(); it != null; it = in.getNextEntry()) {
        if (it.getName().equals(name)) {
          return new String(in.readAllBytes(), UTF_8);
        }
      }
    }
    throw new AssertionError("no " + name);
  }
}
