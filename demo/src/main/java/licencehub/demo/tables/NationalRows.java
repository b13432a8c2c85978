package licencehub.demo.tables;

import static licencehub.demo.tables.RowWriter.text;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import licencehub.model.event.EventType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** UP_PRO_* and UP_LIC_DATA as the national platform's front-end database has them. */
public final class NationalRows implements RowWriter {
  private static final Map<String, String> STAGE_NAMES =
      Map.of("handling", "承办", "examination", "审核", "approval", "批准");
  private static final Map<String, String> RESULTS =
      Map.of("certificate-issued", "01", "returned", "02");
  private static final Map<String, String> TIME_COLUMNS =
      Map.of(
          "UP_PRO_ACCEPT", "accept_date",
          "UP_PRO_PROCESS", "event_end_time",
          "UP_PRO_RESULT", "result_date",
          "UP_LIC_DATA", "issue_date");

  @Override
  public boolean tells(EventType type) {
    return switch (type) {
      case CASE_ACCEPTED, CASE_STEP, CASE_COMPLETED, LICENCE_ISSUED -> true;
      default -> false;
    };
  }

  @Override
  public String timeColumn(TableRow row) {
    return Objects.requireNonNull(TIME_COLUMNS.get(row.table()));
  }

  @Override
  public TableRow row(ObjectNode document) {
    JsonNode data = document.required("data");
    TableRow row =
        switch (RowWriter.type(document)) {
          case CASE_ACCEPTED -> acceptance(data);
          case CASE_STEP -> step(data);
          case CASE_COMPLETED -> completion(data);
          case LICENCE_ISSUED -> licence(data);
          default -> throw new IllegalArgumentException("no table for " + text(document, "type"));
        };
    return row.put("row_guid", text(document, "id"))
        .put("cd_batch", "1")
        .put("cd_operation", "I")
        .put("cd_time", LocalTimes.of(text(document, "time")))
        .put("data_source", "demo")
        .put("is_sync", "0");
  }

  private static TableRow acceptance(JsonNode data) {
    return TableRow.into("UP_PRO_ACCEPT")
        .copy("project_no", data, "caseNumber")
        .put("task_code", text(data.required("department"), "code") + "3000117001000")
        .put("catalog_code", "000117001000")
        .put("task_name", "演示事项")
        .put("task_version", "1")
        .put("project_name", "演示办件")
        .put("project_type", "02")
        .put("applyer_name", "演示申请人")
        .put("applyer_page_type", "999")
        .put("applyer_page_code", "DEMO-" + text(data, "caseNumber"))
        .copy("handle_user_name", data, "handler")
        .time("accept_date", data, "acceptedAt");
  }

  private static TableRow step(JsonNode data) {
    return TableRow.into("UP_PRO_PROCESS")
        .copy("project_no", data, "caseNumber")
        .put("process_name", STAGE_NAMES.get(text(data, "stage")))
        .copy("handle_user_name", data, "handler")
        .copy("handle_explain", data, "opinion")
        .time("event_start_time", data, "startedAt")
        .time("event_end_time", data, "endedAt");
  }

  private static TableRow completion(JsonNode data) {
    TableRow row =
        TableRow.into("UP_PRO_RESULT")
            .copy("project_no", data, "caseNumber")
            .put("result_type", RESULTS.get(text(data, "result")))
            .copy("result_explain", data, "reason")
            .copy("handle_user_name", data, "handler")
            .time("result_date", data, "completedAt");
    JsonNode certificate = data.get("certificate");
    return certificate == null
        ? row
        : row.copy("result_cetr_name", certificate, "name")
            .copy("result_cetr_no", certificate, "number");
  }

  private static TableRow licence(JsonNode data) {
    JsonNode holder = data.required("holders").required(0);
    return TableRow.into("UP_LIC_DATA")
        .copy("certificate_identifier", data, "identifier")
        .copy("certificate_name", data, "name")
        .put("certificate_type", text(data, "name"))
        .copy("certificate_number", data, "number")
        .put("certificate_holder", text(holder, "name"))
        .put("certificate_holder_type", text(holder, "codeType"))
        .put("certificate_holder_code", text(holder, "code"))
        .put("issue_dept", text(data.required("issuer"), "name"))
        .put("issue_dept_code", text(data.required("issuer"), "code"))
        .put("certificate_area_code", text(data, "region"))
        .put("issue_date", LocalDate.parse(text(data, "issuedOn")).toString())
        .copy("valid_begin_date", data, "validFrom")
        .copy("valid_end_date", data, "validTo")
        .put("operate_type", "01");
  }
}
