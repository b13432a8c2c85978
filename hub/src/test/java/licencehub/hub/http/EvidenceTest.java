package licencehub.hub.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import licencehub.hub.HubWiring;
import licencehub.hub.access.Role;
import licencehub.hub.cli.Commands;
import licencehub.hub.cli.Surroundings;
import licencehub.hub.evidence.BundleLayout;
import licencehub.hub.evidence.Forgery;
import licencehub.model.Digest;
import licencehub.verification.SignerKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Evidence bundles, from asking for one to whoever checks it without the hub. */
class EvidenceTest {
  private static final String PATH = "/api/v1/evidence";
  private static final String CASE = "EVIDENCE-1";
  @TempDir static Path folder;
  private static RunningEdge hub;
  private static UseQuestions window;
  private static Path bundle;

  @BeforeAll
  static void start() throws IOException {
    hub = RunningEdge.start(folder);
    window = new UseQuestions(hub, Guides.WINDOW);
    LicencePaper paper =
        new LicencePaper(Files.createDirectories(folder.resolve("a")), hub, hub.alpha);
    byte[] file = paper.sealed(LicencePaper.metadata(hub.alpha, 1));
    hub.as(hub.alpha.caller())
        .send("POST", "/api/v1/files", file, "Content-Type", "application/ofd");
    byte[] document = Documents.licence(hub.alpha, 1, 1);
    hub.submit(hub.alpha, withFile(document, file));
    hub.submit(hub.beta, Documents.applied(hub.beta, "EVIDENCE-B"));
    bundle = Files.createDirectories(folder.resolve("out")).resolve("bundle.zip");
    Files.write(bundle, of(hub.as(hub.alpha.caller()), alphas()));
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  @Test
  void a_department_gets_its_own_submission_and_every_part_holds() {
    Said said = verify(bundle);
    assertThat(said.exit).as(said.text).isZero();
    assertThat(said.text)
        .contains("各部分与清单相符", "条目收录在已签名的账本中", "重新验签，成立", "证照文件正是事件所指", "文件可信")
        .doesNotContain("✗");
  }

  @Test
  void its_parts_are_what_stock_tools_find() throws IOException {
    try (ZipFile zip = new ZipFile(bundle.toFile())) {
      List<String> names = zip.stream().map(ZipEntry::getName).toList();
      assertThat(names)
          .containsExactly(
              "evidence-v1.sha256",
              "about.json",
              "original",
              "event.json",
              "report.txt",
              "receipt.json",
              "checkpoint.note",
              "ledger.keys",
              "certificates.pem",
              "licence.ofd");
      byte[] original = zip.getInputStream(zip.getEntry("original")).readAllBytes();
      byte[] sums = zip.getInputStream(zip.getEntry("evidence-v1.sha256")).readAllBytes();
      assertThat(new String(sums, UTF_8)).contains(Digest.of(original) + "  original\n");
    }
  }

  @Test
  void one_changed_byte_anywhere_is_found() throws IOException {
    byte[] sound = Files.readAllBytes(bundle);
    List<Integer> places = new ArrayList<>();
    for (int at = 0; at < sound.length; at += Math.max(1, sound.length / 60)) {
      places.add(at);
    }
    String text = new String(sound, ISO_8859_1);
    for (String part : List.of("original", "event.json", "report.txt", "ledger.keys", "licence.")) {
      places.add(text.indexOf("PK\3\4", text.indexOf(part)) - 3);
    }
    for (int at : places) {
      byte[] changed = sound.clone();
      changed[at] ^= 4;
      Said said = verify(Files.write(folder.resolve("out/changed.zip"), changed));
      assertThat(said.exit).as("at " + at + said.text).isEqualTo(7);
      assertThat(said.text).contains("✗");
    }
  }

  @Test
  void a_part_changed_with_its_digest_contradicts_the_others() throws IOException {
    for (String part :
        List.of("about.json", "original", "event.json", "receipt.json", "checkpoint.note")) {
      assertThat(forged(part).exit).as(part).isEqualTo(7);
    }
    assertThat(forged("ledger.keys").exit).isEqualTo(7);
    assertThat(forged("licence.ofd").text).contains("证照文件与事件所指不同");
    Path other = folder.resolve("out/other.zip");
    byte[] stranger = SignerKey.pem(List.of(hub.beta.key().certificate()));
    Said said = verify(Forgery.of(bundle, "certificates.pem", it -> stranger, other));
    assertThat(said.exit).as(said.text).isEqualTo(7);
    assertThat(said.text).contains("重新验签不成立");
  }

  @Test
  void the_readers_own_keys_and_roots_decide_when_they_are_given() throws IOException {
    Path keys = folder.resolve("own.keys");
    Files.writeString(keys, hub.client().get("/api/v1/ledger/keys").text());
    Path roots = folder.resolve("roots.pem");
    Files.write(roots, SignerKey.pem(List.of(hub.authority.key().certificate())));
    Said said = verify("--keys", keys, "--anchors", roots, bundle);
    assertThat(said.exit).as(said.text).isZero();
    assertThat(said.text).contains("账本公钥是所信任的", "根证书是所信任的");
    Files.write(roots, SignerKey.pem(List.of(hub.files.anchor())));
    assertThat(verify("--keys", keys, "--anchors", roots, bundle).text).contains("根证书不是所信任的");
  }

  @Test
  void an_approver_gets_the_uses_of_its_organisation_and_no_others() throws IOException {
    String code = window.code(CASE, 1);
    String question = question("\"useCode\":\"" + code + "\"");
    Path use = Files.write(folder.resolve("out/use.zip"), of(window.client(), question));
    Said said = verify(use);
    assertThat(said.exit).as(said.text).isZero();
    assertThat(said.text).contains("没有签名", "use.authorised.v1");
    UseQuestions few = new UseQuestions(hub, Guides.FEW);
    assertThat(few.client().post(PATH, question).problem()).isEqualTo("not-found");
    assertThat(window.client().post(PATH, alphas()).problem()).isEqualTo("caller-not-allowed");
    assertThat(hub.as(Role.AUDITOR).post(PATH, question).status()).isEqualTo(200);
    assertThat(hub.as(hub.alpha.caller()).post(PATH, question).problem())
        .isEqualTo("caller-not-allowed");
  }

  @Test
  void who_may_not_have_it_and_what_is_not_there_are_problems() {
    EdgeClient alpha = hub.as(hub.alpha.caller());
    assertThat(hub.as(hub.beta.caller()).post(PATH, alphas()).problem())
        .isEqualTo("source-not-yours");
    assertThat(alpha.post(PATH, about("alpha-front", "no-such")).problem()).isEqualTo("not-found");
    assertThat(alpha.post(PATH, question("\"source\":\"alpha-front\"")).problem())
        .isEqualTo("request-malformed");
    assertThat(alpha.post(PATH, "{\"source\":\"alpha-front\",\"id\":\"1\"}").problem())
        .isEqualTo("reason-missing");
    assertThat(hub.as(Role.OPERATOR).post(PATH, alphas()).problem())
        .isEqualTo("caller-not-allowed");
  }

  @Test
  void every_export_is_on_record_with_its_reason() {
    of(hub.as(Role.AUDITOR), alphas());
    JsonNode accesses = hub.as(Role.AUDITOR).get("/api/v1/accesses?limit=100").json(200);
    assertThat(accesses.required("accesses").valueStream())
        .anySatisfy(
            it -> {
              assertThat(it.required("action").asString()).isEqualTo("evidence.export");
              assertThat(it.required("role").asString()).isEqualTo("auditor");
              assertThat(it.required("result").asString()).isEqualTo("found");
            });
  }

  @Test
  void it_verifies_with_stock_tools_as_the_guide_says() throws Exception {
    assumeTrue(runs("openssl", "version") && runs("unzip", "-v"), "no OpenSSL or unzip here");
    String guide = Files.readString(Path.of("..", "docs", "verify.md"));
    int from = guide.indexOf("```bash\n", guide.indexOf("# Evidence bundles")) + 8;
    Path place = Files.createDirectories(folder.resolve("stock"));
    Files.writeString(place.resolve("guide.sh"), guide.substring(from, guide.indexOf("```", from)));
    Files.copy(bundle, place.resolve("bundle.zip"));
    assertThat(shell(place)).contains("original: OK", "signed by the chain", "payload agrees");
    byte[] changed = Files.readAllBytes(bundle);
    changed[new String(changed, ISO_8859_1).indexOf("payload") + 40] ^= 1;
    Files.write(place.resolve("bundle.zip"), changed);
    assertThat(shell(place)).doesNotContain("signed by the chain");
  }

  private static String shell(Path place) throws Exception {
    Process shell =
        new ProcessBuilder("bash", "guide.sh")
            .directory(place.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(shell.getInputStream().readAllBytes(), UTF_8);
    return said + shell.waitFor();
  }

  private static boolean runs(String... command) throws InterruptedException {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getInputStream().readAllBytes();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static Said forged(String part) throws IOException {
    Path to = folder.resolve("out/forged.zip");
    return verify(Forgery.of(bundle, part, EvidenceTest::changed, to));
  }

  /** Another letter or digit near the end, so that text stays text. */
  private static byte[] changed(byte[] part) {
    byte[] changed = part.clone();
    int at = changed.length - 12;
    changed[at] = (byte) (changed[at] == 'b' ? 'c' : 'b');
    return changed;
  }

  private record Said(int exit, String text) {}

  private static Said verify(Object... arguments) {
    InstantSource clock = InstantSource.system();
    StringWriter said = new StringWriter();
    List<String> words = new ArrayList<>(List.of("verify"));
    List.of(arguments).forEach(it -> words.add(it.toString()));
    int exit =
        Commands.commandLine(new Surroundings(Map.of(), clock, new HubWiring(clock)), List.of())
            .setOut(new PrintWriter(said))
            .setErr(new PrintWriter(said))
            .execute(words.toArray(String[]::new));
    return new Said(exit, said.toString());
  }

  private static byte[] of(EdgeClient client, String question) {
    EdgeClient.Reply reply = client.post(PATH, question);
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    assertThat(BundleLayout.begins(reply.response().body())).isTrue();
    return reply.response().body();
  }

  private static String alphas() {
    byte[] document = Documents.licence(hub.alpha, 1, 1);
    return about("alpha-front", Json.MAPPER.readTree(document).required("id").asString());
  }

  private static String about(String source, String id) {
    return question("\"source\":\"" + source + "\",\"id\":\"" + id + "\"");
  }

  private static String question(String about) {
    return "{\"reason\":" + UseQuestions.reason(CASE) + "," + about + "}";
  }

  private static byte[] withFile(byte[] document, byte[] file) {
    ObjectNode root = (ObjectNode) Json.MAPPER.readTree(document);
    ((ObjectNode) root.required("data"))
        .putObject("file")
        .put("digest", Digest.of(file).toString())
        .put("mediaType", "application/ofd")
        .put("size", file.length);
    return root.toString().getBytes(UTF_8);
  }
}
