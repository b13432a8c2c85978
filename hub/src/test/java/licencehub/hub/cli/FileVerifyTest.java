package licencehub.hub.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import licencehub.hub.config.ConfigDraft;
import licencehub.hub.copies.HubSeal;
import licencehub.hub.copies.UseCopy;
import licencehub.hub.copies.UseCopyMaker;
import licencehub.hub.files.Scratch;
import licencehub.model.Text;
import licencehub.model.code.CaseNumber;
import licencehub.model.code.LicenceIdentifier;
import licencehub.model.code.UseCode;
import licencehub.verification.CertificateAuthority.Validity;
import licencehub.verification.OfdDocument;
import licencehub.verification.OfdSealer;
import licencehub.verification.PdfSealer;
import licencehub.verification.SealForm;
import licencehub.verification.SealMaker;
import licencehub.verification.SealPicture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Licence files and use copies, verified as somebody would who has nothing but the anchors. */
class FileVerifyTest {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String IDENTIFIER =
      "1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U";

  /** Entries of an OFD, each a little way into its content. */
  private static final List<String> PARTS =
      List.of(
          "Document.xml",
          "PublicRes.xml",
          "Content.xml",
          "OFD.xml",
          "Seal.esl",
          "Signature.xml",
          "SignedValue.dat");

  @TempDir Path folder;
  private final Instant now = Instant.now();

  @BeforeEach
  void make() throws IOException {
    ConfigDraft draft = ConfigDraft.in(Files.createDirectories(folder.resolve("config")));
    sealed(draft, folder.resolve("licence.ofd"));
    copied(now.minusSeconds(120), Duration.ofDays(1), folder.resolve("use-copy.ofd"));
    Files.copy(draft.folder().resolve("trust/root.pem"), folder.resolve("anchors.pem"));
    byte[] own = Files.readAllBytes(folder.resolve("config/data/keys/seal/anchor.pem"));
    Files.write(folder.resolve("anchors.pem"), own, java.nio.file.StandardOpenOption.APPEND);
    Path pdf = PlainPdf.write(folder.resolve("plain.pdf"), "JY14403070001234");
    new PdfSealer(draft.signer(), PdfSealer.Form.DETACHED, RANDOM)
        .seal(pdf, folder.resolve("licence.pdf"), now.minusSeconds(60));
  }

  @Test
  void every_kind_is_verified_by_the_anchors_found_beside_it() {
    for (String name : List.of("licence.ofd", "licence.pdf", "use-copy.ofd")) {
      Shell.Said said = Shell.run("verify", folder.resolve(name));
      assertThat(said.exit()).as(said.out() + said.err()).isZero();
      assertThat(said.out()).contains("文件可信", "The file is trusted", "✓").doesNotContain("✗");
    }
  }

  @Test
  void the_guides_commands_do_what_it_says() throws IOException {
    String guide = Files.readString(Path.of("..", "docs", "verify.md"));
    int from = guide.indexOf("```sh\n") + 6;
    List<String> commands = guide.substring(from, guide.indexOf("```", from)).lines().toList();
    assertThat(commands).hasSizeGreaterThan(2);
    for (String command : commands) {
      assertThat(command).startsWith("./licencehub verify ");
      List<String> words =
          new ArrayList<>(List.of(command.split(" ")).subList(1, command.split(" ").length));
      words.replaceAll(it -> Files.exists(folder.resolve(it)) ? folder.resolve(it).toString() : it);
      Shell.Said said = Shell.run(words.toArray());
      assertThat(said.exit()).as(command + said.out() + said.err()).isZero();
    }
  }

  @Test
  void signer_seal_and_licence_are_named() {
    Shell.Said said = Shell.run("verify", folder.resolve("licence.ofd"));
    assertThat(said.out())
        .contains("证照标识：" + IDENTIFIER)
        .contains("测试 Test")
        .contains("测试专用章")
        .contains("签章覆盖整个文件 the seal covers the whole file");
    assertThat(said.err()).contains("anchors.pem");
  }

  @Test
  void a_use_copy_tells_its_purpose_and_counts_until_its_time() throws IOException {
    assertThat(Shell.run("verify", folder.resolve("use-copy.ofd")).out())
        .contains("加注件", "建筑工程施工许可", "示例市住房局");
    Path old = folder.resolve("old.ofd");
    copied(now.minusSeconds(120), Duration.ofSeconds(60), old);
    Shell.Said said = Shell.run("verify", old);
    assertThat(said.exit()).isEqualTo(7);
    assertThat(said.out()).contains("文件可信", "已过有效期");
  }

  @Test
  void one_changed_byte_in_any_part_is_found() throws IOException {
    for (String name : List.of("licence.ofd", "use-copy.ofd")) {
      byte[] sound = Files.readAllBytes(folder.resolve(name));
      for (String part : PARTS) {
        isFound(name, sound, new String(sound, ISO_8859_1).indexOf(part) + part.length() + 25);
      }
    }
    byte[] sound = Files.readAllBytes(folder.resolve("licence.pdf"));
    for (int at = 0; at < sound.length; at += sound.length / 9) {
      isFound("licence.pdf", sound, at);
    }
  }

  private void isFound(String name, byte[] sound, int at) throws IOException {
    byte[] changed = sound.clone();
    changed[at] ^= 4;
    Shell.Said said = Shell.run("verify", Files.write(folder.resolve("changed-" + name), changed));
    assertThat(said.exit()).as(name + " at " + at + said.out()).isEqualTo(7);
    assertThat(said.out()).contains("✗");
  }

  @Test
  void a_cut_an_unsealed_and_a_strangers_file_are_refused_with_the_reason() throws IOException {
    byte[] sound = Files.readAllBytes(folder.resolve("licence.ofd"));
    Path cut = Files.write(folder.resolve("cut.ofd"), Arrays.copyOf(sound, sound.length * 2 / 3));
    assertThat(Shell.run("verify", cut).out()).contains("file is damaged");
    assertThat(Shell.run("verify", folder.resolve("plain.pdf")).out())
        .contains("A signature is required");
    Path others = folder.resolve("config/data/keys/seal/anchor.pem");
    Shell.Said strange = Shell.run("verify", folder.resolve("licence.ofd"), "--anchors", others);
    assertThat(strange.exit()).isEqualTo(7);
    assertThat(strange.out()).contains("trust anchor");
  }

  @Test
  void anchors_further_up_than_one_folder_are_not_trusted_and_the_remedy_is_told()
      throws IOException {
    Path deep = Files.createDirectories(folder.resolve("own/folder")).resolve("licence.ofd");
    Shell.Said said = Shell.run("verify", Files.copy(folder.resolve("licence.ofd"), deep));
    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.err()).contains("--anchors", "--config");
  }

  private static void sealed(ConfigDraft draft, Path to) {
    Instant at = Instant.now().minusSeconds(60);
    Path plain = to.resolveSibling("plain.ofd");
    new OfdDocument(
            "0123456789abcdef0123456789abcdef",
            "食品经营许可证",
            Map.of("ZZBS", List.of(IDENTIFIER), "ZZMC", List.of("食品经营许可证")),
            List.of("食品经营许可证"))
        .write(plain);
    Validity day = new Validity(at.minus(Duration.ofHours(1)), at.plus(Duration.ofDays(1)));
    SealMaker.Description description =
        new SealMaker.Description(
            "TEST01", "测试专用章", day, List.of(draft.signer().certificate()), SealPicture.round());
    var seal = new SealMaker(draft.signer(), RANDOM).make(SealForm.GBT38540, description, at);
    OfdSealer.with(seal, draft.signer(), RANDOM).seal(plain, to, at);
  }

  private void copied(Instant at, Duration life, Path to) throws IOException {
    HubSeal seal =
        HubSeal.open(
            folder.resolve("config/data/keys/seal"), Text.of("测试枢纽", "Test Hub"), RANDOM, at);
    UseCopyMaker maker =
        new UseCopyMaker(seal, Scratch.open(folder.resolve("scratch"), 1 << 20, 1), RANDOM);
    CaseNumber caseNumber = new CaseNumber("330901161710248000216");
    UseCopy copy =
        new UseCopy(
            LicenceIdentifier.parseInbound(IDENTIFIER),
            "食品经营许可证",
            Map.of("证照名称", "食品经营许可证"),
            new UseCopy.Annotation(
                "建筑工程施工许可",
                "示例市住房局",
                "zhang.san",
                caseNumber,
                UseCode.mint(new byte[UseCode.RANDOM_BYTES], caseNumber),
                Text.of("测试枢纽", "Test Hub"),
                at,
                at.plus(life)));
    try (OutputStream out = Files.newOutputStream(to)) {
      maker.write(copy, out);
    }
  }
}
