package licencehub.hub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import licencehub.hub.access.Caller;
import licencehub.hub.access.Role;
import licencehub.hub.backup.Shelf;
import licencehub.hub.config.ConfigDraft;
import licencehub.hub.config.ConfigFolder;
import licencehub.hub.config.Loaded;
import licencehub.library.Library;
import licencehub.model.code.CreditCode;
import licencehub.verification.EnvelopeSigner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The clock of the machine jumps by hours, forward and back, while the hub runs. */
class ClockJumpTest {
  private static final Duration HOURS = Duration.ofHours(7);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final CreditCode MARKET = new CreditCode("11440300MB2D000147");
  private static final SampleCases CASES = new SampleCases(ConfigDraft.SOURCE);

  @TempDir private Path folder;
  private final Jumping clock = new Jumping();
  private ConfigDraft draft;
  private ConfigFolder config;

  /** The clock of the machine, set forward or back. */
  private static final class Jumping implements InstantSource {
    private volatile Duration ahead = Duration.ZERO;

    @Override
    public Instant instant() {
      return Instant.now().plus(ahead);
    }
  }

  @BeforeEach
  void configure() throws IOException {
    draft = ConfigDraft.in(folder.resolve("config"));
    draft.write(
        "hub.yaml",
        draft.read("hub.yaml") + "backup: {folder: ../backups, every: PT1H, keep: 1}\n");
    config = ((Loaded.Sound) draft.load()).config();
  }

  @Test
  void order_versions_and_ledger_do_not_go_by_the_clock() throws Exception {
    List<String> sent = new ArrayList<>();
    try (HubServer hub = HubServer.start(config, clock)) {
      for (Duration ahead : List.of(Duration.ZERO, HOURS, HOURS.negated(), Duration.ZERO)) {
        clock.ahead = ahead;
        String number = SampleCases.numbers(1).getFirst();
        assertThat(submit(hub, number)).contains("\"accepted\"");
        assertThat(submit(hub, number)).contains("\"duplicate\"");
        sent.add(number);
      }
      assertThat(ask(hub, Role.PEER, "/api/v1/feed?after=-1").path("events"))
          .extracting(it -> it.at("/event/data/caseNumber").asString())
          .containsExactlyElementsOf(sent);
    }
    LibraryOpener opener = new LibraryOpener(config.hub());
    try (Library library = opener.open(opener.signer(), clock)) {
      assertThat(library.ledger().latest().orElseThrow().size()).isEqualTo(sent.size());
    }
  }

  @Test
  void a_token_counts_for_its_time_by_the_clock_and_a_new_one_is_taken_at_once() throws Exception {
    try (HubServer hub = HubServer.start(config, clock)) {
      String token = token(hub, Role.PEER);
      assertThat(status(hub, token)).isEqualTo(200);
      for (Duration ahead : List.of(HOURS, HOURS.negated())) {
        clock.ahead = ahead;
        assertThat(status(hub, token)).isEqualTo(401);
        assertThat(status(hub, token(hub, Role.PEER))).isEqualTo(200);
      }
      clock.ahead = Duration.ZERO;
      assertThat(status(hub, token)).isEqualTo(200);
    }
  }

  @Test
  void a_signature_is_judged_by_the_day_it_came_and_kept_where_the_clock_is_wrong()
      throws Exception {
    try (HubServer hub = HubServer.start(config, clock)) {
      String number = SampleCases.numbers(1).getFirst();
      clock.ahead = Duration.ofDays(400); // after the certificate's last day
      assertThat(submit(hub, number)).contains("\"quarantined\"");
      clock.ahead = Duration.ZERO;
      assertThat(submit(hub, number)).contains("\"accepted\"");
    }
  }

  @Test
  void backups_go_on_after_one_was_made_while_the_clock_was_ahead() throws Exception {
    clock.ahead = HOURS;
    Shelf shelf = new Shelf(folder.resolve("backups"));
    try (HubServer hub = HubServer.start(config, clock)) {
      assertThat(submit(hub, SampleCases.numbers(1).getFirst())).contains("\"accepted\"");
      await().atMost(PATIENCE).until(() -> shelf.newest().isPresent());
    }
    clock.ahead = Duration.ZERO;
    try (HubServer hub = HubServer.start(config, clock)) {
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(shelf.backups())
                      .singleElement()
                      .satisfies(it -> assertThat(it.manifest().madeAt()).isBefore(Instant.now())));
      assertThat(hub.port()).isPositive();
    }
  }

  private String submit(HubServer hub, String number) throws Exception {
    byte[] envelope =
        new EnvelopeSigner(draft.signer(), new SecureRandom())
            .dsse(CASES.document(number).getBytes(UTF_8));
    Caller market = new Caller("market", Role.DEPARTMENT, MARKET);
    return new Asking(hub, config, market)
        .at(clock)
        .ask("POST", "/api/v1/submissions", new String(envelope, UTF_8));
  }

  private JsonNode ask(HubServer hub, Role role, String path) throws Exception {
    return JsonMapper.shared().readTree(Asking.as(role, hub, config).at(clock).get(path));
  }

  private String token(HubServer hub, Role role) {
    return Asking.as(role, hub, config).at(clock).token();
  }

  private static int status(HubServer hub, String token) throws Exception {
    return Asking.status(hub, "/api/v1/feed?after=-1", token);
  }
}
