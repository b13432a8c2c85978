package licencehub.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import licencehub.hub.access.Role;
import licencehub.hub.config.ConfigDraft;
import licencehub.hub.config.ConfigFolder;
import licencehub.hub.config.Loaded;
import licencehub.library.Access;
import licencehub.library.Access.LookupReason;
import licencehub.library.Library;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hub removes what {@code retention} of {@code hub.yaml} says, and nothing else. */
class RetentionTest {
  private static final String REMOVED = "licencehub_retention_removed_total{kind=\"accesses\"} 1.0";

  @TempDir Path folder = Path.of("");

  @Test
  void old_look_ups_leave_the_access_log_of_a_running_hub() throws Exception {
    ConfigFolder config = config("retention: {accesses: P30D}");
    log(config);
    try (HubServer hub = HubServer.start(config, InstantSource.system())) {
      await().atMost(Duration.ofSeconds(30)).until(() -> removed(hub, config).contains(REMOVED));
    }
    assertThat(subjects(config)).containsExactly("new");
  }

  @Test
  void what_is_not_named_is_kept_for_good() throws Exception {
    ConfigFolder config = config("");
    log(config);
    HubServer.start(config, InstantSource.system()).close();
    assertThat(subjects(config)).containsExactly("new", "old");
  }

  @Test
  void less_than_a_day_is_a_fault_of_the_file() throws IOException {
    ConfigDraft draft = draft("retention: {settledQuarantine: PT1H}");
    assertThat(draft.load()).isInstanceOf(Loaded.Unsound.class);
  }

  private static String removed(HubServer hub, ConfigFolder config)
      throws IOException, InterruptedException {
    return Asking.as(Role.OPERATOR, hub, config).get("/metrics");
  }

  private ConfigFolder config(String retention) throws IOException {
    return ((Loaded.Sound) draft(retention).load()).config();
  }

  private ConfigDraft draft(String retention) throws IOException {
    ConfigDraft draft = ConfigDraft.in(folder.resolve("config"));
    return draft.write("hub.yaml", draft.read("hub.yaml") + retention + "\n");
  }

  private static void log(ConfigFolder config) {
    try (Library library = open(config)) {
      Instant now = Instant.now();
      library.journal().log(List.of(access("old", now.minus(Duration.ofDays(31))))).join();
      library.journal().log(List.of(access("new", now.minus(Duration.ofDays(29))))).join();
    }
  }

  private static List<String> subjects(ConfigFolder config) {
    try (Library library = open(config)) {
      return library.accesses().list("", Long.MAX_VALUE, 10).stream().map(Access::subject).toList();
    }
  }

  private static Library open(ConfigFolder config) {
    LibraryOpener opener = new LibraryOpener(config.hub());
    return opener.open(opener.signer(), InstantSource.system());
  }

  private static Access access(String subject, Instant at) {
    LookupReason reason = new LookupReason("000117002000", "C-1", "核验", "zhang.san");
    return new Access(0, at, "caller", "approver", reason, "search", subject, "found");
  }
}
