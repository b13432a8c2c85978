package licencehub.connectors.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import licencehub.connectors.Batch;
import licencehub.connectors.BatchSource;
import licencehub.connectors.Discovered;
import licencehub.connectors.Outcomes;
import licencehub.connectors.Probe;
import licencehub.connectors.SourceConfig;
import licencehub.connectors.StepLog;
import licencehub.model.Reason;
import licencehub.model.Unavailable;
import licencehub.model.submission.Outcome;
import org.junit.jupiter.api.Test;

/** What the connector promises on every database, beyond what every connector promises. */
abstract class FrontEndContract extends FrontEnd {
  @Test
  void rows_are_marked_by_their_outcome_and_not_before() {
    put(3);
    try (BatchSource source = open()) {
      Batch batch = next(source, 3);
      assertThat(marks()).containsExactly("0", "0", "0");
      source.settle(
          batch,
          List.of(
              Outcomes.accepted(),
              Outcomes.quarantined(Reason.CODE_MALFORMED),
              Outcomes.accepted()));
      assertThat(marks()).containsExactly("1", "9", "1");
    }
  }

  @Test
  void a_mark_somebody_else_set_meanwhile_stays() {
    put(2);
    try (BatchSource source = open()) {
      Batch batch = next(source, 2);
      department("UPDATE EA_JC_STEP_PROC SET SIGNSTATE = '5' WHERE SN = 1");
      source.settle(batch, Outcomes.accepted(batch));
      assertThat(marks()).containsExactly("5", "1");
    }
  }

  @Test
  void a_row_given_back_does_not_block_the_ones_behind_it() {
    put(4);
    try (BatchSource source = open()) {
      Batch first = next(source, 2);
      source.giveBack(first);
      Batch second = next(source, 2);
      assertThat(texts(second.records())).doesNotContainAnyElementsOf(texts(first.records()));
      source.settle(second, Outcomes.accepted(second));
      assertThat(take(source, 2)).containsExactlyElementsOf(texts(first.records()));
    }
  }

  @Test
  void no_table_waits_for_another_s_backlog() {
    put(50);
    department(
        "INSERT INTO EA_JC_STEP_DONE (ORGBUSNO, PROJID, DONERESULT, OCCURTIME, TRANSACTOR)"
            + " VALUES ('B', 'P', '6', '2026-03-05 10:00:00', '王五')");
    try (BatchSource source = open()) {
      Batch batch = next(source, 10);
      assertThat(batch.records()).hasSize(10);
      assertThat(texts(batch.records())).anyMatch(it -> it.contains("EA_JC_STEP_DONE"));
    }
  }

  @Test
  void work_that_is_not_done_stays_unread() {
    step("P-1", 1, "01");
    step("P-1", 2, "02");
    try (BatchSource source = open()) {
      assertThat(take(source, 1)).singleElement().asString().containsIgnoringCase("\"SN\":\"2\"");
      assertThat(marks()).containsExactly("0", "1");
    }
  }

  @Test
  void a_row_with_start_and_end_is_two_records_and_marked_once_both_are_settled() {
    department(
        "INSERT INTO EA_JC_STEP_SPECIALNODE (ORGBUSNO, PROJID, SN, NODENAME, NODESTARTTIME,"
            + " NODEENDTIME, NODEPROCACCORD, NODERESULT) VALUES ('B', 'P', 1, '听证',"
            + " '2026-03-05 10:00:00', '2026-03-06 10:00:00', '法', '2')");
    try (BatchSource source = open()) {
      Batch batch = next(source, 10);
      assertThat(batch.records()).hasSize(2);
      List<Outcome> outcomes =
          List.of(Outcomes.accepted(), Outcomes.quarantined(Reason.CODE_MALFORMED));
      source.settle(batch, outcomes);
      assertThat(column("SELECT SIGNSTATE FROM EA_JC_STEP_SPECIALNODE")).containsExactly("9");
    }
  }

  @Test
  void a_row_is_the_same_text_on_every_database() {
    step("P-1", 7, "02");
    try (BatchSource source = open()) {
      assertThat(take(source, 1))
          .singleElement()
          .asString()
          .containsIgnoringCase("{\"table\":\"EA_JC_STEP_PROC\",\"row\":{\"ORGBUSNO\":\"B\"")
          .containsIgnoringCase("\"SN\":\"7\"")
          .containsIgnoringCase("\"NODEENDTIME\":\"2026-03-06 17:05:09\"")
          .containsIgnoringCase("\"NODEADV\":null")
          .doesNotContainIgnoringCase("SIGNSTATE");
    }
  }

  @Test
  void rows_without_a_time_or_key_are_read_and_marked_too() {
    looseTable();
    department(
        "INSERT INTO EA_JC_STEP_DONE VALUES (NULL, 'P-1', 1, '6', '0', NULL, '0', '2026-03-05', 'x'),"
            + " ('B', 'P-2', 1, '6', '0', NULL, '0', '2026-03-05', 'x'),"
            + " ('B', 'P-3', 1, '6', '0', '2026-03-05', '0', '2026-03-05', 'x')");
    try (BatchSource source = connector().open(done(), positions)) {
      assertThat(take(source, 3)).hasSize(3).doesNotHaveDuplicates();
      assertThat(column("SELECT SIGNSTATE FROM EA_JC_STEP_DONE")).containsOnly("1").hasSize(3);
    }
  }

  @Test
  void a_key_that_names_a_row_not_read_is_left_unmarked() {
    looseTable();
    String row = "('B', 'P-2', 1, '6', '0', '2026-03-05', '0', '2026-03-05', 'x')";
    department("INSERT INTO EA_JC_STEP_DONE VALUES " + row);
    try (BatchSource source = connector().open(done(), positions)) {
      Batch batch = next(source, 10);
      department("INSERT INTO EA_JC_STEP_DONE VALUES " + row);
      source.settle(batch, Outcomes.accepted(batch));
      assertThat(column("SELECT SIGNSTATE FROM EA_JC_STEP_DONE")).containsExactly("0", "0");
      assertThat(take(source, 2)).hasSize(2);
      assertThat(column("SELECT SIGNSTATE FROM EA_JC_STEP_DONE")).containsExactly("1", "1");
    }
  }

  @Test
  void missing_tables_and_columns_are_named_with_the_remedy() {
    department("ALTER TABLE EA_JC_STEP_PROC DROP COLUMN NODENAME");
    department("DROP TABLE PRE_APASINFO");
    StepLog log = new StepLog();
    assertThatThrownBy(() -> connector().check(config(), log))
        .isInstanceOf(Probe.StepFailed.class)
        .cause()
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining("PRE_APASINFO, EA_JC_STEP_PROC.NODENAME")
        .hasMessageContaining("mapping");
    assertThat(log.passed()).containsExactly("settings", "password", "connect");
  }

  @Test
  void only_some_tables_can_be_read() {
    department("DROP TABLE PRE_APASINFO");
    SourceConfig some = config(user(), "\"tables\": [\"ea_jc_step_proc\"]", "{}");
    put(1);
    try (BatchSource source = connector().open(some, positions)) {
      assertThat(next(source, 10).records()).hasSize(1);
    }
  }

  @Test
  void a_user_who_may_not_mark_is_found_out_before_anything_is_read() throws SQLException {
    SourceConfig reading = config(reader(), "\"rowLimit\": 10", "{}");
    StepLog log = new StepLog();
    assertThatThrownBy(() -> connector().check(reading, log)).isInstanceOf(Probe.StepFailed.class);
    assertThat(log.passed())
        .containsExactly(
            "settings", "password", "connect", "tables and columns", "permission to read");
  }

  @Test
  void discovering_counts_the_unread_rows_of_each_table() {
    put(3);
    step("P-1", 99, "01");
    assertThat(connector().discover(config()))
        .filteredOn(it -> it.name().equalsIgnoreCase("EA_JC_STEP_PROC"))
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.waiting()).isEqualTo(3);
              assertThat(it.fields()).anyMatch("NODESTATE"::equalsIgnoreCase);
            })
        .extracting(Discovered::kind)
        .isEqualTo("table");
  }

  @Test
  void a_long_backlog_comes_in_pages_and_whole() {
    put(250);
    try (BatchSource source = open()) {
      assertThat(take(source, 250)).hasSize(250).doesNotHaveDuplicates();
      assertThat(source.poll(100, Duration.ofMillis(10)).isEmpty()).isTrue();
    }
  }
}
