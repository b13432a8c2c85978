package licencehub.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import licencehub.connectors.Batch;
import licencehub.connectors.BatchSource;
import licencehub.connectors.Recognised;
import licencehub.connectors.SourceConfig;
import licencehub.library.Access;
import licencehub.library.Entry;
import licencehub.library.Journal;
import licencehub.library.MeteredUse;
import licencehub.library.UseOutcome;
import licencehub.model.Unavailable;
import licencehub.model.code.CreditCode;
import licencehub.model.code.RegionCode;
import licencehub.model.code.SourceId;
import licencehub.model.event.DepartmentMandate;
import licencehub.model.event.EventType;
import licencehub.model.event.Organisation;
import licencehub.model.submission.Outcome;
import licencehub.routes.SourceState.Phase;
import licencehub.routes.SourceState.Trouble;
import licencehub.routes.trace.Traces;
import licencehub.verification.FileLimits;
import licencehub.verification.FileVerifiers;
import licencehub.verification.Policy;
import licencehub.verification.Revocations;
import licencehub.verification.SignatureVerifiers;
import licencehub.verification.Trust;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

class SourceReaderTest {
  private static final Duration EVERY = Duration.ofMillis(1);
  private static final Instant START = Instant.parse("2026-03-05T09:30:00Z");

  private final Queue<RuntimeException> failures = new ArrayDeque<>();
  private final SourceRecord account = new SourceRecord(source());
  private Instant now = START;

  @Test
  void trouble_tells_its_cause_since_when_and_when_the_source_is_asked_again() {
    failures.add(new Unavailable("front", "HTTP 503"));
    read();
    assertThat(trouble()).isEqualTo(new Trouble("front: HTTP 503", START, START.plus(EVERY)));
    assertThat(account.state().lastTrouble()).isEqualTo(START);
  }

  @Test
  void a_source_that_rests_is_not_asked_before_its_rest_is_over() {
    failures.add(new Unavailable("front", "HTTP 503").resting(Duration.ofSeconds(30)));
    read();
    assertThat(trouble().nextAttempt()).isEqualTo(START.plusSeconds(30));
  }

  @Test
  void failures_in_a_row_have_one_beginning_and_the_words_of_the_last() {
    failures.add(new Unavailable("front", "HTTP 503"));
    read();
    now = START.plusSeconds(5);
    failures.add(new IllegalStateException("张三"));
    read();
    assertThat(trouble().since()).isEqualTo(START);
    assertThat(trouble().cause()).isEqualTo("IllegalStateException");
    assertThat(account.state().lastTrouble()).isEqualTo(now);
  }

  @Test
  void a_source_that_answers_again_has_no_trouble_and_a_later_one_begins_anew() {
    failures.add(new Unavailable("front", "HTTP 503"));
    read();
    read();
    assertThat(account.state().trouble()).isNull();
    now = START.plusSeconds(60);
    failures.add(new Unavailable("front", "HTTP 500"));
    read();
    assertThat(trouble().since()).isEqualTo(now);
  }

  /** One poll. */
  private void read() {
    int[] left = {1};
    SourceReader reader =
        new SourceReader(account, new Idle(), () -> now, Traces.OFF, batch -> List.<Outcome>of());
    reader.readWhile(() -> left[0]-- > 0);
    assertThat(account.state().phase()).isEqualTo(Phase.STOPPED);
  }

  private Trouble trouble() {
    return Objects.requireNonNull(account.state().trouble());
  }

  private Source source() {
    Organisation department =
        new Organisation(CreditCode.complete("11440300MB2C93456"), "深圳市市场监督管理局");
    RegionCode region = new RegionCode("440300");
    SourceConfig config =
        new SourceConfig(
            new SourceId("sz-market-front"),
            department,
            region,
            JsonNodeFactory.instance.objectNode(),
            it -> new Recognised.Unsigned(it.bytes()),
            Path.of("."));
    DepartmentMandate mandate =
        new DepartmentMandate(
            EnumSet.of(EventType.CASE_STEP), Set.of(department.code()), Set.of(), Set.of(region));
    Policy policy = Policy.usual("test");
    Trust nobody = new Trust(List.of(), List.of(), List.of());
    SourceRules rules =
        new SourceRules(
            config,
            SourceRules.Trust.CHANNEL,
            mandate,
            Set.of(),
            SignatureVerifiers.of(policy, nobody, Revocations.none()),
            FileVerifiers.of(policy, nobody, Revocations.none(), FileLimits.USUAL));
    Pace pace = new Pace(10, 1, 0, EVERY, Duration.ofSeconds(1));
    return new Source(rules, "test", "native", new Failing(), pace);
  }

  /** Fails as often as it is told to; otherwise it has nothing. */
  private final class Failing implements BatchSource {
    @Override
    public Batch poll(int limit, Duration patience) {
      RuntimeException failure = failures.poll();
      if (failure != null) {
        throw failure;
      }
      return Batch.empty();
    }

    @Override
    public void settle(Batch batch, List<Outcome> outcomes) {}

    @Override
    public void giveBack(Batch batch) {}

    @Override
    public void close() {}
  }

  /** Nothing waits to be written. */
  private record Idle() implements Journal {
    @Override
    public CompletableFuture<List<Outcome>> file(List<Entry> entries) {
      return CompletableFuture.completedFuture(List.of());
    }

    @Override
    public CompletableFuture<List<UseOutcome>> use(List<MeteredUse> uses) {
      throw new AssertionError("nobody uses a licence here");
    }

    @Override
    public CompletableFuture<Void> log(List<Access> accesses) {
      return CompletableFuture.allOf();
    }

    @Override
    public int waiting() {
      return 0;
    }
  }
}
