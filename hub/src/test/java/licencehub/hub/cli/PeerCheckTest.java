package licencehub.hub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import licencehub.federation.Peer;
import licencehub.federation.Respondent;
import licencehub.federation.message.MessageSigner;
import licencehub.federation.message.PeerAnswer.LedgerWord;
import licencehub.federation.message.Replays;
import licencehub.hub.config.PeerFolder;
import licencehub.hub.federation.PeerIdentity;
import licencehub.hub.federation.PeerLimits;
import licencehub.hub.federation.PeerServer;
import licencehub.hub.federation.SomeHub;
import licencehub.model.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The dry run of peers finds the one step that does not go. */
@Timeout(60)
class PeerCheckTest {
  private static final InstantSource CLOCK = InstantSource.system();

  private final Path folder;
  private final SomeHub there;
  private final AtomicReference<List<Peer>> known = new AtomicReference<>(List.of());
  private final AtomicReference<Answering> answering = new AtomicReference<>(Answering.SIGNED);
  private final PeerServer server;

  PeerCheckTest(@TempDir Path folder, @TempDir Path far) throws IOException {
    this.folder = folder;
    this.there = SomeHub.in(far, "gd-440100");
    this.server =
        PeerServer.start(
            "127.0.0.1",
            0,
            PeerLimits.USUAL,
            there.identity().transport(),
            known::get,
            this::answer);
    PeerCommandTest.hub(folder, "gd-440300", "440300", 1);
  }

  @BeforeEach
  void knowEachOther() throws IOException {
    Path keys = Files.createDirectories(folder.resolve("data/keys"));
    known.set(List.of(SomeHub.in(keys, "gd-440300").at(1)));
    letIn(there.at(server.port()));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void every_step_is_told_to_the_signed_question() {
    Shell.Said said = Shell.run("peer", "check", "--config", folder);
    assertThat(said.err())
        .contains("✔  证书期限", "✔  解析", "✔  连接", "✔  对方证书与名片一致", "TLSv1.3", "✔  对方接受本枢纽证书")
        .contains("✔  签名问答 a signed question", "signed as its card says");
    assertThat(said.out()).contains("gd-440100", "6/6");
    assertThat(said.exit()).isZero();
  }

  @Test
  void an_answer_that_is_not_believed_fails_the_run() {
    answering.set(Answering.UNSIGNED);
    Shell.Said said = Shell.run("peer", "check", "--config", folder);
    assertThat(said.exit()).isEqualTo(Exit.FAILED.code());
    assertThat(said.err()).contains("✘  签名问答", "not signed as the hub's card says");
  }

  @Test
  void a_peer_that_lets_nothing_be_asked_is_told() {
    answering.set(Answering.DECLINES);
    Shell.Said said = Shell.run("peer", "check", "--config", folder);
    assertThat(said.exit()).isEqualTo(Exit.FAILED.code());
    assertThat(said.err()).contains("✘  签名问答", "it declines: 403");
  }

  @Test
  void a_peer_that_is_not_there_fails_to_connect() {
    server.close();
    Shell.Said said = Shell.run("peer", "check", "gd-440100", "--config", folder, "-o", "json");
    assertThat(said.exit()).isEqualTo(Exit.FAILED.code());
    assertThat(said.err()).contains("✔  解析", "✘  连接");
    assertThat(said.out()).contains("\"exit\" : 1", "\"passed\" : false");
  }

  @Test
  void another_certificate_than_the_card_s_is_told(@TempDir Path other) {
    SomeHub liar = SomeHub.in(other, "gd-440100");
    letIn(there.known(liar.identity(), server.port()));
    Shell.Said said = Shell.run("peer", "check", "--config", folder);
    assertThat(said.exit()).isEqualTo(Exit.FAILED.code());
    assertThat(said.err()).contains("✘  对方证书与名片一致", "not the certificate of the card");
  }

  @Test
  void not_having_been_let_in_over_there_is_told() {
    known.set(List.of());
    Shell.Said said = Shell.run("peer", "check", "--config", folder);
    assertThat(said.exit()).isEqualTo(Exit.FAILED.code());
    assertThat(said.err()).contains("✘  对方接受本枢纽证书", "not let this hub in");
  }

  @Test
  void certificates_past_their_end_are_told(@TempDir Path old) {
    Instant past = Instant.now().minus(Duration.ofDays(4_000));
    PeerIdentity expired = PeerIdentity.open(old, Text.of("旧", "old"), new SecureRandom(), past);
    letIn(there.known(expired, server.port()));
    Shell.Said said = Shell.run("peer", "check", "--config", folder);
    assertThat(said.exit()).isEqualTo(Exit.FAILED.code());
    assertThat(said.err()).contains("✘  证书期限", "past its end");
  }

  @Test
  void an_unknown_id_brings_those_there_are() {
    Shell.Said said = Shell.run("peer", "check", "gd-44", "--config", folder);
    assertThat(said.exit()).isEqualTo(Exit.USAGE.code());
    assertThat(said.err()).contains("gd-440100");
  }

  /** How the other hub answers. */
  private enum Answering {
    SIGNED,
    UNSIGNED,
    DECLINES
  }

  private byte[] answer(Peer peer, byte[] request) {
    int status = answering.get() == Answering.DECLINES ? 403 : 200;
    Respondent respondent =
        new Respondent(
            "gd-440100",
            new MessageSigner(there.identity().signer(), new SecureRandom()),
            new Replays(Instant.now().minusSeconds(5), 10),
            known -> LedgerWord.NONE,
            (asker, it) -> JsonMapper.shared().createObjectNode().put("status", status),
            CLOCK);
    return answering.get() == Answering.UNSIGNED ? request : respondent.answer(peer, request);
  }

  private void letIn(Peer peer) {
    assertThat(new PeerFolder(folder).put(new Peer(peer.card(), Set.of()))).isEmpty();
  }
}
