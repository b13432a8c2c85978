package licencehub.hub.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import licencehub.federation.Peer;
import licencehub.federation.PeerLine.Reply;
import licencehub.federation.PeerQuestion;
import licencehub.federation.line.HttpsPeerLine;
import licencehub.hub.HubWiring;
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
import picocli.CommandLine;

/** The dry run of peers finds the one step that does not go. */
@Timeout(60)
class PeerCheckTest {
  private static final InstantSource CLOCK = InstantSource.system();

  private final Path folder;
  private final SomeHub there;
  private final AtomicReference<List<Peer>> known = new AtomicReference<>(List.of());
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
            (peer, request) -> (peer.hub() + " asked").getBytes(UTF_8));
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
  void every_step_is_told_and_what_was_not_asked_as_well() {
    Shell.Said said = Shell.run("peer", "check", "--config", folder);
    assertThat(said.err())
        .contains("✔  证书期限", "✔  解析", "✔  连接", "✔  对方证书与名片一致", "TLSv1.3", "✔  对方接受本枢纽证书")
        .contains("no signed question was asked");
    assertThat(said.out()).contains("gd-440100", "部分完成 partly done", "5/5");
    assertThat(said.exit()).isEqualTo(Exit.PARTLY.code());
  }

  @Test
  void the_last_step_is_a_question_and_its_answer() {
    try (HttpsPeerLine line = new HttpsPeerLine(identity().transport())) {
      StringWriter err = new StringWriter();
      assertThat(checked(new Asking(line), err)).isZero();
      assertThat(err.toString()).contains("✔  签名问答 a signed question", "gd-440300 asked");
    }
  }

  @Test
  void a_question_that_is_not_answered_fails_the_run() {
    HttpsPeerLine closed = new HttpsPeerLine(identity().transport());
    closed.close();
    StringWriter err = new StringWriter();
    assertThat(checked(new Asking(closed), err)).isEqualTo(Exit.FAILED.code());
    assertThat(err.toString()).contains("✘  签名问答", "closed");
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

  /** Asks over the line, without signing. */
  private record Asking(HttpsPeerLine line) implements PeerQuestion {
    @Override
    public Heard ask(Peer peer, Duration patience) {
      return switch (line.ask(peer, "?".getBytes(UTF_8), patience)) {
        case Reply.Said it -> new Heard.Understood(text(new String(it.bytes(), UTF_8)));
        case Reply.Silent it -> new Heard.Unanswered(text(it.why()));
      };
    }

    private static Text text(String words) {
      return Text.of(words, words);
    }

    @Override
    public void close() {
      line.close();
    }
  }

  /** Runs the command with a question in place; how it ended. */
  private int checked(PeerQuestion question, StringWriter err) {
    HubWiring wiring = new HubWiring(CLOCK);
    Launcher launcher =
        (Launcher)
            Proxy.newProxyInstance(
                Launcher.class.getClassLoader(),
                new Class<?>[] {Launcher.class},
                (proxy, method, arguments) ->
                    method.getName().equals("peerQuestion")
                        ? Optional.of(question)
                        : method.invoke(wiring, arguments));
    return new CommandLine(new PeerCheckCommand(new Surroundings(Map.of(), CLOCK, launcher)))
        .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
        .setErr(new PrintWriter(err))
        .setOut(new PrintWriter(new StringWriter()))
        .execute("--config", folder.toString());
  }

  private PeerIdentity identity() {
    return SomeHub.in(folder.resolve("data/keys"), "gd-440300").identity();
  }

  private void letIn(Peer peer) {
    assertThat(new PeerFolder(folder).put(peer.card(), Set.of())).isEmpty();
  }
}
