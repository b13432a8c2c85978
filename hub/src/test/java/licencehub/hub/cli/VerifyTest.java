package licencehub.hub.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import licencehub.ledger.CheckpointSigner;
import licencehub.ledger.LedgerSealer;
import licencehub.ledger.TlogProof;
import licencehub.model.Digest;
import licencehub.model.code.SourceId;
import licencehub.model.event.EventType;
import licencehub.model.ledger.LedgerEntry;
import licencehub.model.ledger.Receipt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Receipts as a real ledger makes them, verified as their keeper would: with the keys alone. */
class VerifyTest {
  private static final byte[] ORIGINAL = "an envelope".getBytes(UTF_8);

  @TempDir Path folder;
  private Path receipt = Path.of("");
  private List<Receipt> receipts = List.of();

  @BeforeEach
  void fileThree() throws IOException {
    CheckpointSigner signer =
        CheckpointSigner.open(
                "hub.example/ledger", folder.resolve("secret.pem"), new SecureRandom())
            .withSm2(folder.resolve("secret-sm2.pem"), new SecureRandom());
    List<LedgerEntry> entries = IntStream.range(0, 3).mapToObj(VerifyTest::entry).toList();
    receipts = new LedgerSealer(signer).seal(0, new byte[0], entries).receipts();
    Files.writeString(
        folder.resolve("ledger.keys"),
        signer.verifierKeys().stream().map(it -> it + "\n").collect(Collectors.joining()));
    Files.createDirectories(folder.resolve("receipts"));
    receipt = folder.resolve("receipts/one.json");
    Files.writeString(receipt, json(receipts.get(1)));
  }

  @Test
  void a_receipt_is_verified_by_the_keys_found_above_it() {
    Shell.Said said = Shell.run("verify", receipt);
    assertThat(said.exit()).as(said.err()).isZero();
    assertThat(said.out()).contains("ED25519").contains("SM2").contains("sz-market-1");
  }

  @Test
  void every_form_is_read() throws IOException {
    Path proof = folder.resolve("one.tlog-proof");
    Files.writeString(proof, TlogProof.of(receipts.get(0)).toString());
    Path lines = folder.resolve("lines.ndjson");
    Files.writeString(lines, json(receipts.get(0)) + "\n[" + json(receipts.get(2)) + "]\n");
    Shell.Said said = Shell.run("verify", proof, lines);
    assertThat(said.exit()).as(said.err()).isZero();
    assertThat(said.out()).contains("sz-market-0").contains("sz-market-2");
  }

  @Test
  void the_submitted_bytes_are_compared() throws IOException {
    Path original = Files.write(folder.resolve("original"), ORIGINAL);
    assertThat(Shell.run("verify", receipt, "--original", original).exit()).isZero();
    Files.write(original, "another envelope".getBytes(UTF_8));
    assertThat(Shell.run("verify", receipt, "--original", original).exit()).isEqualTo(7);
  }

  @Test
  void a_changed_entry_signature_or_place_proves_nothing() throws IOException {
    String sound = json(receipts.get(1));
    String entry = base64(receipts.get(1).entry().bytes());
    String other = base64(receipts.get(2).entry().bytes());
    String note = receipts.get(1).checkpoint().note();
    int signature = note.lastIndexOf(' ') + 12;
    String damaged =
        note.substring(0, signature)
            + (note.charAt(signature) == 'A' ? 'B' : 'A')
            + note.substring(signature + 1);
    for (String changed :
        List.of(
            sound.replace(entry, other),
            sound.replace("\"index\":1", "\"index\":2"),
            sound.replace(escaped(note), escaped(damaged)))) {
      assertThat(changed).isNotEqualTo(sound);
      Files.writeString(receipt, changed);
      Shell.Said said = Shell.run("verify", receipt);
      assertThat(said.exit()).as(said.out()).isEqualTo(7);
      assertThat(said.out()).contains("✗");
    }
  }

  @Test
  void a_receipt_verifies_with_stock_openssl_as_the_guide_says() throws Exception {
    assumeTrue(hasOpenSsl(), "no OpenSSL 3 here");
    String guide = Files.readString(Path.of("..", "docs", "verify.md"));
    String lines =
        guide.substring(
            guide.indexOf("```bash\n") + 8,
            guide.indexOf("\n```\n", guide.indexOf("```bash\n")) + 1);
    Files.writeString(folder.resolve("guide.sh"), lines);
    for (Receipt each : receipts) {
      Files.writeString(folder.resolve("receipt.json"), json(each));
      assertThat(guide(folder)).contains("included").contains(each.entry().id());
      Files.writeString(
          folder.resolve("receipt.json"),
          json(each).replace("\"index\":" + each.index(), "\"index\":" + (each.index() + 1) % 3));
      assertThat(guide(folder)).doesNotContain("included");
    }
  }

  private static boolean hasOpenSsl() {
    try {
      Process version = new ProcessBuilder("openssl", "version").start();
      return new String(version.getInputStream().readAllBytes(), UTF_8)
          .matches("OpenSSL [3-9].*\n");
    } catch (IOException e) {
      return false;
    }
  }

  private static String guide(Path folder) throws Exception {
    Process shell =
        new ProcessBuilder("bash", "guide.sh")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(shell.getInputStream().readAllBytes(), UTF_8);
    return said + shell.waitFor();
  }

  @Test
  void keys_of_another_ledger_prove_nothing() throws IOException {
    CheckpointSigner other =
        CheckpointSigner.open("hub.example/ledger", folder.resolve("o.pem"), new SecureRandom());
    Path keys = folder.resolve("other.keys");
    Files.writeString(keys, other.verifierKey() + "\n");
    assertThat(Shell.run("verify", receipt, "--keys", keys).exit()).isEqualTo(7);
  }

  @Test
  void what_is_no_receipt_and_what_is_missing_is_said_with_its_remedy() throws IOException {
    Files.writeString(receipt, "{\"receipt\": 4}");
    assertThat(Shell.run("verify", receipt).err()).contains("receipt file");
    Path deep = Files.createDirectories(folder.resolve("own/folder")).resolve("receipt.json");
    assertThat(Shell.run("verify", Files.copy(receipt, deep)).err()).contains("--keys");
  }

  private static LedgerEntry entry(int number) {
    return new LedgerEntry(
        new SourceId("sz-market"),
        "sz-market-" + number,
        EventType.LICENCE_ISSUED,
        1,
        Digest.of(ORIGINAL),
        Digest.of(new byte[] {(byte) number}),
        Instant.parse("2026-11-21T01:00:00Z"));
  }

  private static String json(Receipt receipt) {
    String path =
        receipt.path().stream()
            .map(it -> '"' + base64(it.bytes()) + '"')
            .collect(Collectors.joining(","));
    return "{\"outcome\":\"accepted\",\"receipt\":{\"entry\":\""
        + base64(receipt.entry().bytes())
        + "\",\"index\":"
        + receipt.index()
        + ",\"path\":["
        + path
        + "],\"checkpoint\":{\"note\":\""
        + escaped(receipt.checkpoint().note())
        + "\"}}}";
  }

  private static String escaped(String note) {
    return note.replace("\n", "\\n");
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
