package licencehub.connectors.tables;

import static licencehub.connectors.tables.ShandongTest.APPLICATION;
import static licencehub.connectors.tables.ShandongTest.DONE;
import static licencehub.connectors.tables.ShandongTest.HEARING;
import static licencehub.connectors.tables.ShandongTest.STEP;
import static licencehub.connectors.tables.Tables.refused;
import static licencehub.connectors.tables.Tables.row;
import static licencehub.connectors.tables.Tables.with;

import licencehub.connectors.Configs;
import licencehub.connectors.Dialect;
import licencehub.model.Reason;
import org.junit.jupiter.api.Test;

/** Rows with one thing wrong each. */
class ShandongFlawsTest {
  private static final Dialect DIALECT = Configs.dialect("shandong", "{}");

  @Test
  void work_that_is_not_done_yet_is_no_event() {
    refused(
        DIALECT, with(STEP, "NODESTATE", "01"), Reason.EVENT_TYPE_UNKNOWN, "", "EA_JC_STEP_PROC");
  }

  @Test
  void each_flaw_names_its_column_and_what_to_repair() {
    refused(
        DIALECT,
        with(APPLICATION, "APPLYNAME", " "),
        Reason.SCHEMA_VIOLATED,
        "APPLYNAME",
        "mapping.tables.PRE_APASINFO.events.applied.fields.applicant.name");
    refused(
        DIALECT,
        with(APPLICATION, "ITEMNO", "101313005006988574134404"),
        Reason.CODE_MALFORMED,
        "ITEMNO",
        "mapping.codes.items");
    refused(
        DIALECT,
        with(STEP, "NODERESULT", "8"),
        Reason.CODE_MALFORMED,
        "NODERESULT",
        "mapping.codes.step");
    refused(
        DIALECT,
        with(STEP, "NODEENDTIME", "2026-02-30 10:00:00"),
        Reason.SCHEMA_VIOLATED,
        "NODEENDTIME",
        "2026-02-30 10:00:00");
    refused(DIALECT, with(STEP, "SN", "two"), Reason.SCHEMA_VIOLATED, "SN", "EA_JC_STEP_PROC");
    refused(DIALECT, with(STEP, "PROJID", null), Reason.SCHEMA_VIOLATED, "PROJID", "PROJID");
    refused(
        DIALECT,
        with(with(HEARING, "NODEPROCACCORD", null), "NODEPROCADV", null),
        Reason.SCHEMA_VIOLATED,
        "NODEPROCACCORD",
        "reason");
    refused(
        DIALECT, with(DONE, "DONERESULT", "1"), Reason.SCHEMA_VIOLATED, "EXITRES", "fields.reason");
    refused(
        DIALECT,
        with(DONE, "CERTIFICATENO", null),
        Reason.SCHEMA_VIOLATED,
        "CERTIFICATENO",
        "DONE");
    refused(
        DIALECT,
        row("EA_JC_OTHER", "{A: b}"),
        Reason.BYTES_UNREADABLE,
        "/table",
        "EA_JC_STEP_DONE");
  }
}
