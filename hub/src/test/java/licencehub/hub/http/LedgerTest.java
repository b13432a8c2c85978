package licencehub.hub.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import licencehub.ledger.NoteReader;
import licencehub.ledger.ProofResult;
import licencehub.ledger.ProofVerifier;
import licencehub.ledger.VerifierKey;
import licencehub.model.Digest;
import licencehub.model.ledger.Checkpoint;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class LedgerTest {
  private static final String LEDGER = "/api/v1/ledger";
  private static final int ENTRIES = 300;

  @TempDir static Path folder;
  private static RunningEdge hub;
  private static Checkpoint early = new Checkpoint(0, Digest.of(), "");

  @BeforeAll
  static void start() {
    hub = RunningEdge.start(folder);
    hub.submit(hub.alpha, Documents.licence(hub.alpha, 9_999, 1));
    early = hub.library.ledger().latest().orElseThrow();
    byte[][] documents = new byte[ENTRIES - 1][];
    for (int i = 0; i < documents.length; i++) {
      documents[i] = Documents.licence(hub.alpha, i, 1);
    }
    hub.submit(hub.alpha, documents);
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  @Test
  void the_checkpoint_is_a_signed_note_for_everybody() {
    EdgeClient.Reply reply = hub.client().get(LEDGER + "/checkpoint");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.text()).startsWith("test.example/hub\n" + ENTRIES + "\n");
    assertThat(reply.header("Content-Type")).startsWith("text/plain");
  }

  @Test
  void the_checkpoint_verifies_with_each_published_key() {
    byte[] note = hub.client().get(LEDGER + "/checkpoint").text().getBytes(UTF_8);
    List<VerifierKey> keys =
        hub.client().get(LEDGER + "/keys").text().lines().map(VerifierKey::parse).toList();
    assertThat(keys).extracting(VerifierKey::algorithm).containsExactly("ED25519", "SM2");
    assertThat(keys)
        .allSatisfy(
            it -> assertThat(new NoteReader(it).read(note)).isInstanceOf(ProofResult.Proven.class));
  }

  @Test
  void tiles_are_served_full_and_partial_and_may_be_kept() {
    EdgeClient.Reply full = hub.client().get(LEDGER + "/tile/0/000");
    assertThat(full.response().body()).hasSize(256 * 32);
    assertThat(full.header("Cache-Control")).contains("immutable");
    assertThat(hub.client().get(LEDGER + "/tile/0/001.p/44").response().body()).hasSize(44 * 32);
    assertThat(hub.client().get(LEDGER + "/tile/1/000.p/1").response().body()).hasSize(32);
    assertThat(hub.client().get(LEDGER + "/tile/entries/000").status()).isEqualTo(200);
  }

  @Test
  void a_tile_beyond_the_log_is_absent_and_a_strange_path_refused() {
    assertThat(hub.client().get(LEDGER + "/tile/0/x001/000").problem()).isEqualTo("not-found");
    assertThat(hub.client().get(LEDGER + "/tile/0/001").problem()).isEqualTo("not-found");
    assertThat(hub.client().get(LEDGER + "/tile/0/1").problem()).isEqualTo("request-malformed");
    assertThat(hub.client().get(LEDGER + "/tile/0/000/../../x").status()).isBetween(400, 404);
  }

  @Test
  void inclusion_is_proved_at_any_size() {
    JsonNode proof = hub.client().get(LEDGER + "/proofs?index=0&size=1").json(200);
    assertThat(proof.required("path").size()).isZero();
    JsonNode whole = hub.client().get(LEDGER + "/proofs?index=17").json(200);
    assertThat(whole.required("size").asLong()).isEqualTo(ENTRIES);
    byte[] leaf = hub.library.ledger().entry(17).orElseThrow().bytes();
    assertThat(ProofVerifier.rootOf(Digest.of(new byte[] {0}, leaf), 17, ENTRIES, path(whole)))
        .contains(root(whole));
  }

  @Test
  void growth_is_proved_between_any_two_sizes() {
    JsonNode proof =
        hub.client().get(LEDGER + "/proofs?from=" + early.size() + "&size=" + ENTRIES).json(200);
    assertThat(
            ProofVerifier.isConsistent(
                early.size(), early.root(), ENTRIES, root(proof), path(proof)))
        .isTrue();
  }

  @Test
  void a_proof_of_nothing_or_of_too_much_is_refused() {
    for (String query :
        List.of("", "?index=1&from=1", "?index=300", "?index=x", "?from=0&size=301")) {
      assertThat(hub.client().get(LEDGER + "/proofs" + query).problem())
          .as(query)
          .isEqualTo("request-malformed");
    }
  }

  private static List<Digest> path(JsonNode proof) {
    List<Digest> path = new ArrayList<>();
    proof
        .required("path")
        .forEach(it -> path.add(Digest.wrap(Base64.getDecoder().decode(it.asString()))));
    return path;
  }

  private static Digest root(JsonNode proof) {
    return Digest.wrap(Base64.getDecoder().decode(proof.at("/checkpoint/root").asString()));
  }
}
