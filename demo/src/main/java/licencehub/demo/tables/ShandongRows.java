package licencehub.demo.tables;

import static licencehub.demo.tables.RowWriter.text;

import java.util.Map;
import licencehub.model.event.EventType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** PRE_APASINFO and EA_JC_* as Shandong's front-end databases have them. */
public final class ShandongRows implements RowWriter {
  private static final Map<String, String> RESULTS =
      Map.of("certificate-issued", "0", "returned", "1");
  private static final Map<String, String> STAGES =
      Map.of("handling", "承办", "examination", "审核", "approval", "批准");
  private static final Map<String, String> TIME_COLUMNS =
      Map.of(
          "PRE_APASINFO", "RECEIVETIME",
          "EA_JC_STEP_BASICINFO", "OCCURTIME",
          "EA_JC_STEP_PROC", "NODEENDTIME",
          "EA_JC_STEP_DONE", "OCCURTIME");

  @Override
  public boolean tells(EventType type) {
    return switch (type) {
      case CASE_APPLIED, CASE_ACCEPTED, CASE_STEP, CASE_COMPLETED -> true;
      default -> false;
    };
  }

  @Override
  public String timeColumn(TableRow row) {
    return java.util.Objects.requireNonNull(TIME_COLUMNS.get(row.table()));
  }

  @Override
  public TableRow row(ObjectNode document) {
    JsonNode data = document.required("data");
    TableRow row =
        switch (RowWriter.type(document)) {
          case CASE_APPLIED -> application(data);
          case CASE_ACCEPTED -> acceptance(data);
          case CASE_STEP -> step(data);
          case CASE_COMPLETED -> completion(data);
          default -> throw new IllegalArgumentException("no table for " + text(document, "type"));
        };
    return row.put("ORGBUSNO", text(data, "caseNumber"))
        .put("PROJID", text(data, "caseNumber"))
        .put("DATAVER", text(document, "recordversion"))
        .put("STDVER", "1.0")
        .put("REGION_ID", text(data, "region"))
        .put("MAKETIME", LocalTimes.of(text(document, "time")))
        .put("SIGNSTATE", "0");
  }

  private static TableRow application(JsonNode data) {
    JsonNode applicant = data.required("applicant");
    return TableRow.into("PRE_APASINFO")
        .put("ITEMNO", text(data.required("item"), "code"))
        .put("ITEMNAME", text(data.required("item"), "name"))
        .copy("PROJECTNAME", data, "projectName")
        .copy("PROJPWD", data, "queryPassword")
        .put("INFOTYPE", "2")
        .put("APPLYNAME", text(applicant, "name"))
        .put("APPLY_CARDTYPE", text(applicant, "codeType"))
        .put("APPLY_CARDNUMBER", text(applicant, "code"))
        .put("DATASTATE", "1")
        .time("RECEIVETIME", data, "appliedAt");
  }

  private static TableRow acceptance(JsonNode data) {
    return TableRow.into("EA_JC_STEP_BASICINFO")
        .put("PROJPWD", "000000")
        .put("ITEMNO", text(data.required("department"), "code") + "3000117001000")
        .put("ITEMNAME", "演示事项")
        .put("PROJECTNAME", "演示办件")
        .put("APPLICANT", "演示申请人")
        .put("APPROVALTYPE", "2")
        .put("PROMISETIMELIMIT", "7")
        .put("PROMISETIMEUNIT", "1")
        .put("TIMELIMIT", "20")
        .put("TIMEUNIT", "g")
        .copy("TRANSACTOR", data, "handler")
        .time("OCCURTIME", data, "acceptedAt");
  }

  private static TableRow step(JsonNode data) {
    String stage = text(data, "stage");
    return TableRow.into("EA_JC_STEP_PROC")
        .put("SN", text(data, "sequence"))
        .put("NODENAME", STAGES.get(stage))
        .put("NODETYPE", stage.equals("approval") ? "3" : "2")
        .copy("NODEPROCER", data, "handler")
        .copy("NODEPROCERNAME", data, "handler")
        .put("NODESTATE", "02")
        .time("NODESTARTTIME", data, "startedAt")
        .time("NODEENDTIME", data, "endedAt")
        .put("NODERESULT", "1")
        .copy("NODEADV", data, "opinion");
  }

  private static TableRow completion(JsonNode data) {
    TableRow row =
        TableRow.into("EA_JC_STEP_DONE")
            .put("DONERESULT", RESULTS.get(text(data, "result")))
            .copy("EXITRES", data, "reason")
            .copy("TRANSACTOR", data, "handler")
            .put("ISFEE", "0")
            .time("OCCURTIME", data, "completedAt");
    JsonNode certificate = data.get("certificate");
    return certificate == null
        ? row
        : row.copy("CERTIFICATENAM", certificate, "name")
            .copy("CERTIFICATENO", certificate, "number")
            .copy("PUBLISHER", certificate, "publisher");
  }
}
