package licencehub.hub.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import licencehub.hub.HubWiring;
import licencehub.hub.cli.Commands;
import licencehub.hub.cli.Surroundings;
import licencehub.hub.witness.Cosigning;
import licencehub.hub.witness.WitnessAddress;
import licencehub.hub.witness.WitnessServer;
import licencehub.ledger.AddCheckpoint;
import licencehub.ledger.CheckpointSigner;
import licencehub.ledger.Cosigner;
import licencehub.ledger.FileMemory;
import licencehub.ledger.Proofs;
import licencehub.ledger.Witness;
import licencehub.ledger.WitnessKey;
import licencehub.model.Digest;
import licencehub.model.ledger.Checkpoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hub whose ledger two institutions witness, beside one that never answers. */
class WitnessedTest {
  private static final String CHECKPOINT = "/api/v1/ledger/checkpoint";
  @TempDir Path folder;
  private RunningEdge hub;
  private Institution first;
  private Institution second;
  private ServerSocket dead;
  private Cosigning cosigning;

  private record Institution(Cosigner cosigner, WitnessServer server) {
    WitnessAddress address() {
      URI at = URI.create("http://127.0.0.1:" + server.port() + "/");
      return new WitnessAddress(cosigner.keys().getFirst().name(), at, cosigner.keys());
    }
  }

  @BeforeEach
  void start() throws Exception {
    hub = RunningEdge.start(folder.resolve("hub"));
    first = institution("first.example");
    second = institution("second.example");
    dead = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    cosigning = cosigning();
    hub.cosignatures.set(cosigning);
  }

  @AfterEach
  void stop() throws Exception {
    cosigning.close();
    hub.close();
    first.server().close();
    second.server().close();
    dead.close();
  }

  @Test
  void two_witnesses_cosign_while_a_third_is_dead_and_nobody_waits_for_it() {
    hub.submit(hub.alpha, Documents.licence(hub.alpha, 1, 1));
    String one = cosignedAfter(1);
    hub.submit(hub.alpha, Documents.licence(hub.alpha, 2, 1));
    String two = cosignedAfter(2);
    for (Institution each : List.of(first, second)) {
      for (WitnessKey key : each.cosigner().keys()) {
        assertThat(key.cosignedAt(one.getBytes(UTF_8))).isPresent();
        assertThat(key.cosignedAt(two.getBytes(UTF_8))).isPresent();
      }
    }
    assertThat(hub.client().get(CHECKPOINT).text()).isEqualTo(two);
    assertThat(hub.client().get(CHECKPOINT + "?witnesses=3").problem()).isEqualTo("not-found");
  }

  @Test
  void a_quorum_is_counted_offline() throws Exception {
    hub.submit(hub.alpha, Documents.licence(hub.alpha, 1, 1));
    Path note = Files.writeString(folder.resolve("checkpoint.note"), cosignedAfter(1));
    Path keys = folder.resolve("hub.keys");
    Files.writeString(keys, hub.client().get("/api/v1/ledger/keys").text());
    Path known = folder.resolve("witnesses.keys");
    Files.writeString(
        known,
        lines(first.cosigner()) + lines(second.cosigner()) + lines(cosigner("third.example")));
    Object[] asked = {"--keys", keys, "--witness", known, "--quorum", "2", note};
    assertThat(verify(asked)).contains("✓ 见证签名2个").doesNotContain("✗");
    asked[5] = "3";
    assertThat(verify(asked)).contains("✗ 见证签名2个，须3个", "third.example：未签");
  }

  @Test
  void what_was_cosigned_is_there_after_a_restart_also_without_the_witnesses() {
    hub.submit(hub.alpha, Documents.licence(hub.alpha, 1, 1));
    String before = cosignedAfter(1);
    cosigning.close();
    first.server().close();
    second.server().close();
    cosigning = cosigning();
    assertThat(cosigning.newest(2)).map(Checkpoint::note).contains(before);
  }

  @Test
  void a_hub_that_shows_its_witness_another_history_is_refused_by_name() throws Exception {
    hub.submit(hub.alpha, Documents.licence(hub.alpha, 1, 1));
    hub.submit(hub.alpha, Documents.licence(hub.alpha, 2, 1));
    cosignedAfter(2);
    CheckpointSigner liar =
        CheckpointSigner.open(
                "test.example/hub", folder.resolve("hub/ledger.pem"), new SecureRandom())
            .withSm2(folder.resolve("hub/ledger-sm2.pem"), new SecureRandom());
    Digest other = Digest.of("another history".getBytes(UTF_8));
    HttpResponse<String> split = tell(new AddCheckpoint(2, List.of(), liar.sign(2, other).note()));
    assertThat(split.statusCode()).isEqualTo(409);
    assertThat(split.body()).contains("分叉", "split view");
    HttpResponse<String> grown =
        tell(new AddCheckpoint(2, List.of(other), liar.sign(3, other).note()));
    assertThat(grown.statusCode()).isEqualTo(422);
    Digest root = new Proofs(hub.library.ledger()).root(1);
    HttpResponse<String> back = tell(new AddCheckpoint(1, List.of(), liar.sign(1, root).note()));
    assertThat(back.body()).contains("倒退", "rolled back");
  }

  private HttpResponse<String> tell(AddCheckpoint lie) throws Exception {
    URI at = first.address().address().resolve("add-checkpoint");
    HttpRequest request =
        HttpRequest.newBuilder(at).POST(BodyPublishers.ofByteArray(lie.bytes())).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }

  /** The note both witnesses cosigned, once it has so many entries. */
  private String cosignedAfter(long size) {
    await().until(() -> cosigning.newest(2).filter(it -> it.size() == size).isPresent());
    return hub.client().get(CHECKPOINT + "?witnesses=2").text();
  }

  private Cosigning cosigning() {
    URI nobody = URI.create("http://127.0.0.1:" + dead.getLocalPort());
    WitnessAddress third =
        new WitnessAddress("dead.example", nobody, cosigner("dead.example").keys());
    return Cosigning.start(
        hub.library, hub.ledgerKey, List.of(third, first.address(), second.address()));
  }

  private Institution institution(String name) {
    Witness witness =
        new Witness(
            cosigner(name),
            new FileMemory(folder.resolve(name + "/seen")),
            hub.services.ledgerKeys());
    return new Institution(
        cosigner(name), WitnessServer.start(witness, "127.0.0.1", 0, InstantSource.system()));
  }

  private Cosigner cosigner(String name) {
    Path place = folder.resolve(name);
    return Cosigner.open(name, place.resolve("1.pem"), place.resolve("2.pem"), new SecureRandom());
  }

  private static String lines(Cosigner of) {
    StringBuilder lines = new StringBuilder();
    of.keys().forEach(it -> lines.append(it).append('\n'));
    return lines.toString();
  }

  private static String verify(Object... arguments) {
    InstantSource clock = InstantSource.system();
    StringWriter said = new StringWriter();
    String[] words =
        Stream.concat(Stream.of("verify"), Stream.of(arguments))
            .map(Object::toString)
            .toArray(String[]::new);
    Commands.commandLine(new Surroundings(Map.of(), clock, new HubWiring(clock)), List.of())
        .setOut(new PrintWriter(said))
        .setErr(new PrintWriter(said))
        .execute(words);
    return said.toString();
  }
}
