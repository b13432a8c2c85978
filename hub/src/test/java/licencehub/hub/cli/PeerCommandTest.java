package licencehub.hub.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import licencehub.federation.HubCard;
import licencehub.federation.Peer;
import licencehub.federation.card.CardFile;
import licencehub.hub.HubWiring;
import licencehub.hub.config.ConfigDraft;
import licencehub.hub.config.ConfigLoader;
import licencehub.hub.config.Loaded;
import licencehub.hub.config.PeerFolder;
import licencehub.hub.federation.SomeHub;
import licencehub.model.Text;
import licencehub.verification.Trust;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** One exchange of files: what operators of two hubs do, and what they are told. */
class PeerCommandTest {
  @TempDir Path here = Path.of("");
  @TempDir Path there = Path.of("");

  @BeforeEach
  void twoHubs() throws IOException {
    hub(here, "gd-440300", "440300", 1);
    hub(there, "gd-440100", "440100", 1);
  }

  static ConfigDraft hub(Path folder, String id, String region, int port) throws IOException {
    ConfigDraft draft = ConfigDraft.in(folder);
    draft.change("hub.yaml", "id: gd-440300", "id: " + id);
    draft.change("hub.yaml", "\n  region: \"440300\"", "\n  region: \"" + region + "\"");
    return draft.write(
        "hub.yaml",
        draft.read("hub.yaml")
            + "federation: {port: 0, level: city, address: \"https://127.0.0.1:%d\"}\n"
                .formatted(port));
  }

  @Test
  void a_hub_is_let_in_by_its_card_and_a_fingerprint() {
    Path file = card();
    Shell.Said added = add(file, "--fingerprint", fingerprint(file));
    assertThat(added.exit()).as(added.err()).isZero();
    assertThat(added.out().strip()).isEqualTo(here.resolve("peers/gd-440100.yaml").toString());
    assertThat(added.err()).contains("gd-440100", "440100", "市级 city", "https://127.0.0.1:1");
    Peer peer = peers().getFirst();
    assertThat(peer.card()).isEqualTo(read(file));
    assertThat(peer.may()).containsExactly("checkpoint");
    Shell.Said listed = Shell.run("peer", "list", "--config", here);
    assertThat(listed.out()).contains("gd-440100", "440100", "city", "checkpoint");
    Shell.Said json = Shell.run("peer", "list", "--config", here, "-o", "json");
    assertThat(json.out()).contains('"' + Trust.id(peer.card().transport()).toString() + '"');
  }

  @Test
  void both_sides_see_the_same_fingerprints() {
    Path file = there.resolve("gd-440100.card");
    Shell.Said made = Shell.run("peer", "card", "--config", there, "--out", file);
    Shell.Said added = add(file);
    List<String> shown =
        made.err().lines().filter(it -> it.matches(".*([0-9A-F]{4} ){7}[0-9A-F]{4}")).toList();
    assertThat(shown).hasSize(4);
    assertThat(added.err().lines().toList()).containsSequence(made.err().lines().limit(8).toList());
    Shell.Said printed = Shell.run("peer", "card", "--config", there);
    assertThat(CardFile.read(printed.out().getBytes(UTF_8), Instant.now()))
        .isInstanceOf(CardFile.Read.Sound.class);
  }

  @Test
  void without_a_terminal_the_fingerprint_must_be_given() {
    Shell.Said asked = add(card());
    assertThat(asked.exit()).isEqualTo(Exit.USAGE.code());
    assertThat(asked.err()).contains("no terminal", "--fingerprint");
    assertThat(here.resolve("peers")).doesNotExist();
  }

  @Test
  void at_a_terminal_yes_lets_it_in_and_nothing_else_does() {
    Path file = card();
    assertThat(typed("y", file)).isEqualTo(Exit.FAILED.code());
    assertThat(typed("", file)).isEqualTo(Exit.FAILED.code());
    assertThat(here.resolve("peers")).doesNotExist();
    assertThat(typed("yes", file)).isZero();
    assertThat(peers()).hasSize(1);
  }

  @Test
  void another_fingerprint_lets_nobody_in() {
    Path file = card();
    Shell.Said wrong = add(file, "--fingerprint", "00".repeat(32));
    assertThat(wrong.exit()).isEqualTo(Exit.NEGATIVE.code());
    Shell.Said transport = add(file, "--fingerprint", Trust.id(read(file).transport()).toString());
    assertThat(transport.exit()).as("it vouches for itself alone").isEqualTo(7);
    assertThat(here.resolve("peers")).doesNotExist();
  }

  @Test
  void an_altered_card_is_refused() throws IOException {
    Path file = card();
    String print = fingerprint(file);
    String text = Files.readString(file);
    int middle = text.indexOf("\"payload\"") + 400;
    char other = text.charAt(middle) == 'A' ? 'B' : 'A';
    Files.writeString(file, text.substring(0, middle) + other + text.substring(middle + 1));
    Shell.Said refused = add(file, "--fingerprint", print);
    assertThat(refused.exit()).isEqualTo(Exit.NEGATIVE.code());
    assertThat(here.resolve("peers")).doesNotExist();
  }

  @Test
  void what_it_may_ask_is_said_here_and_stays_until_it_is_said_anew() {
    Path file = card();
    String print = fingerprint(file);
    add(file, "--fingerprint", print, "--may", "filter,holdings,decideExemption");
    assertThat(peers().getFirst().may()).isEqualTo(Set.of("filter", "holdings", "decideExemption"));
    assertThat(add(file, "--fingerprint", print).exit()).isZero();
    assertThat(peers().getFirst().may()).hasSize(3);
    assertThat(add(file, "--fingerprint", print, "--may", "checkpoint").exit()).isZero();
    assertThat(peers().getFirst().may()).containsExactly("checkpoint");
    assertThat(add(file, "--fingerprint", print, "--may", "").exit()).isZero();
    assertThat(peers().getFirst().may()).isEmpty();
  }

  @Test
  void a_faulty_wish_changes_nothing() throws IOException {
    Path file = card();
    String print = fingerprint(file);
    Shell.Said unknown = add(file, "--fingerprint", print, "--may", "decideExemptions");
    assertThat(unknown.exit()).isEqualTo(Exit.INVALID.code());
    assertThat(unknown.err()).contains("may[0]", "did you mean decideExemption?");
    assertThat(here.resolve("peers")).isEmptyDirectory();
    add(file, "--fingerprint", print, "--may", "filter");
    String before = Files.readString(here.resolve("peers/gd-440100.yaml"));
    assertThat(add(file, "--fingerprint", print, "--may", "submit").exit()).isEqualTo(3);
    assertThat(here.resolve("peers/gd-440100.yaml")).hasContent(before);
  }

  @Test
  void its_own_card_and_another_hub_of_the_same_place_are_refused() throws IOException {
    Path own = here.resolve("own.card");
    Shell.run("peer", "card", "--config", here, "--out", own);
    assertThat(add(own, "--fingerprint", fingerprint(own)).err()).contains("this hub stands twice");
    Path rival = there.resolve("rival");
    Files.createDirectories(rival);
    hub(rival, "gd-rival", "440300", 1);
    Path card = there.resolve("rival.card");
    Shell.run("peer", "card", "--config", rival, "--out", card);
    assertThat(add(card, "--fingerprint", fingerprint(card)).err())
        .contains("another hub has this region at this level");
    assertThat(peers()).isEmpty();
  }

  @Test
  void new_certificates_take_the_place_of_known_ones_only_when_that_is_meant() throws IOException {
    Path file = card();
    add(file, "--fingerprint", fingerprint(file), "--may", "filter");
    Path renewed = there.resolve("new.card");
    Files.delete(there.resolve("data/keys/peer-transport.pem"));
    Shell.run("peer", "card", "--config", there, "--out", renewed);
    String print = fingerprint(renewed);
    Shell.Said refused = add(renewed, "--fingerprint", print);
    assertThat(refused.exit()).isEqualTo(Exit.INVALID.code());
    assertThat(refused.err()).contains("other certificates", "--replace");
    assertThat(peers().getFirst().card()).isEqualTo(read(file));
    assertThat(add(renewed, "--fingerprint", print, "--replace").exit()).isZero();
    assertThat(peers().getFirst().card()).isEqualTo(read(renewed));
    assertThat(peers().getFirst().may()).containsExactly("filter");
  }

  @Test
  void a_hub_without_the_section_has_no_card() throws IOException {
    ConfigDraft draft = ConfigDraft.in(here);
    Shell.Said said = Shell.run("peer", "card", "--config", draft.folder());
    assertThat(said.exit()).isEqualTo(Exit.INVALID.code());
    assertThat(said.err()).contains("no section federation");
  }

  @Test
  void a_name_that_looks_like_yaml_stays_a_name() throws IOException {
    SomeHub hub = SomeHub.in(Files.createDirectories(there.resolve("k")), "gd-440200");
    HubCard plain = hub.at(1).card();
    HubCard card =
        new HubCard(
            plain.hub(),
            Text.of("枢纽\": [*x] #", "x: 'y' \\ %1$s"),
            plain.region(),
            plain.level(),
            plain.address(),
            plain.transport(),
            plain.signer(),
            plain.ledgerKeys());
    assertThat(new PeerFolder(here).put(new Peer(card, Set.of()))).isEmpty();
    assertThat(peers().getFirst().card()).isEqualTo(card);
    assertThat(peers().getFirst().may()).isEmpty();
  }

  private Path card() {
    Path file = there.resolve("gd-440100.card");
    Shell.Said made = Shell.run("peer", "card", "--config", there, "--out", file);
    assertThat(made.exit()).as(made.err()).isZero();
    return file;
  }

  private int typed(String answer, Path file) {
    InstantSource clock = InstantSource.system();
    Surroundings surroundings = new Surroundings(Map.of(), clock, new HubWiring(clock));
    return new CommandLine(new PeerAddCommand(surroundings, asked -> Optional.of(answer)))
        .execute(file.toString(), "--config", here.toString());
  }

  private Shell.Said add(Path file, Object... more) {
    Object[] words = new Object[5 + more.length];
    Object[] first = {"peer", "add", file, "--config", here};
    System.arraycopy(first, 0, words, 0, first.length);
    System.arraycopy(more, 0, words, first.length, more.length);
    return Shell.run(words);
  }

  /** As somebody types what was read out. */
  private static String fingerprint(Path file) {
    return ReadAloud.of(read(file).signer().getFirst());
  }

  private static HubCard read(Path file) {
    return ((CardFile.Read.Sound) CardFile.read(InputFile.bytes(file), Instant.now())).card();
  }

  private List<Peer> peers() {
    return ((Loaded.Sound) ConfigLoader.load(here)).config().peers();
  }
}
