package licencehub.connectors.tables;

import static licencehub.connectors.tables.ShandongTest.APPLICATION;
import static licencehub.connectors.tables.ShandongTest.DONE;
import static licencehub.connectors.tables.ShandongTest.HEARING;
import static licencehub.connectors.tables.ShandongTest.STEP;
import static licencehub.connectors.tables.Tables.owning;
import static licencehub.connectors.tables.Tables.refused;
import static licencehub.connectors.tables.Tables.row;
import static licencehub.connectors.tables.Tables.with;

import java.util.List;
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
        DIALECT,
        with(STEP, "NODESTATE", "01"),
        Reason.EVENT_TYPE_UNKNOWN,
        "/table",
        "NODESTATE 01");
  }

  @Test
  void a_table_without_an_event_is_known_and_said_not_to_be_taken() {
    refused(
        DIALECT,
        row("EA_JC_FEEINFO", "{PROJID: P-1, FEETOTAL: '80'}"),
        Reason.EVENT_TYPE_UNKNOWN,
        "/table",
        "EA_JC_STEP_DONE");
    refused(
        DIALECT,
        row("ea_jc_serveval", "{PROJID: P-1, EVALRESULT: '5'}"),
        Reason.EVENT_TYPE_UNKNOWN,
        "/table",
        "ea_jc_serveval");
  }

  @Test
  void a_material_alone_is_told_where_it_belongs() {
    refused(
        DIALECT,
        row("PRE_FILE", "{PROJID: P-1, ATTRNAME: 营业执照}"),
        Reason.EVENT_TYPE_UNKNOWN,
        "/table",
        "PRE_APASINFO");
  }

  @Test
  void a_flaw_in_a_material_names_its_table_column_and_what_to_repair() {
    String sound = "{ATTRNAME: 营业执照, TAKETYPE: 电子证照库, ISTAKE: '1'}";
    refused(
        DIALECT,
        owning(APPLICATION, "PRE_FILE", List.of(sound, sound.replace("电子证照库", "口头"))),
        Reason.CODE_MALFORMED,
        "TAKETYPE",
        "mapping.codes.taken");
    refused(
        DIALECT,
        owning(APPLICATION, "PRE_FILE", List.of(sound.replace("营业执照", "''"), sound)),
        Reason.SCHEMA_VIOLATED,
        "ATTRNAME",
        "mapping.tables.PRE_APASINFO.events.applied.lists.materials.fields.name");
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
