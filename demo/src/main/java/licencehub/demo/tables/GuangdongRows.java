package licencehub.demo.tables;

import static licencehub.demo.tables.RowWriter.text;

import java.util.Map;
import java.util.Objects;
import licencehub.model.event.EventType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** EX_GDBS_* as Guangdong's exchange tables have them. */
public final class GuangdongRows implements RowWriter {
  private static final Map<String, String> STAGES =
      Map.of("handling", "1", "examination", "2", "approval", "3");
  private static final Map<String, String> STAGE_NAMES =
      Map.of("handling", "承办", "examination", "审核", "approval", "批准");
  private static final Map<String, String> RESULTS =
      Map.of("certificate-issued", "0", "returned", "1");
  private static final Map<String, String> COLLECTION = Map.of("counter", "0", "post", "1");
  private static final Map<String, String> TIME_COLUMNS =
      Map.of(
          "EX_GDBS_SB", "SBSJ",
          "EX_GDBS_SL", "SLSJ",
          "EX_GDBS_SPCL", "SPSJ",
          "EX_GDBS_BZGZ", "BZGZSJ",
          "EX_GDBS_BZSL", "BZSJ",
          "EX_GDBS_TBCXSQ", "TBCXKSRQ",
          "EX_GDBS_TBCXJG", "TBCXJSRQ",
          "EX_GDBS_BJ", "BJSJ",
          "EX_GDBS_LQDJ", "LQSJ");

  @Override
  public boolean tells(EventType type) {
    return !type.isLicence();
  }

  @Override
  public String timeColumn(TableRow row) {
    return Objects.requireNonNull(TIME_COLUMNS.get(row.table()));
  }

  @Override
  public TableRow row(ObjectNode document) {
    JsonNode data = document.required("data");
    return body(RowWriter.type(document), data)
        .put("SBLSH", text(data, "caseNumber"))
        .put("SBLSH_SHORT", text(data, "caseNumber"))
        .put("VERSION", text(document, "recordversion"))
        .put("INSERTTIME", LocalTimes.of(text(document, "time")))
        .put("REC_FLAG", "0");
  }

  private static TableRow body(EventType type, JsonNode data) {
    return switch (type) {
      case CASE_APPLIED -> application(data);
      case CASE_ACCEPTED -> acceptance(data);
      case CASE_STEP -> step(data);
      case CASE_SUPPLEMENT_REQUESTED ->
          TableRow.into("EX_GDBS_BZGZ")
              .put("XH", text(data, "sequence"))
              .copy("BZGZYY", data, "reason")
              .copy("BZGZFCRXM", data, "handler")
              .time("BZGZSJ", data, "requestedAt");
      case CASE_SUPPLEMENT_RECEIVED ->
          TableRow.into("EX_GDBS_BZSL")
              .put("XH", text(data, "sequence"))
              .time("BZSJ", data, "receivedAt");
      case CASE_SPECIAL_PROCEDURE_STARTED -> procedure(data);
      case CASE_SPECIAL_PROCEDURE_ENDED ->
          TableRow.into("EX_GDBS_TBCXJG")
              .put("XH", text(data, "sequence"))
              .copy("TBCXJG", data, "result")
              .time("TBCXJSRQ", data, "endedAt");
      case CASE_COMPLETED -> completion(data);
      case CASE_COLLECTED ->
          TableRow.into("EX_GDBS_LQDJ")
              .put("LQFS", COLLECTION.get(text(data, "method")))
              .time("LQSJ", data, "collectedAt");
      default -> throw new IllegalArgumentException("no table for " + type.wire());
    };
  }

  private static TableRow acceptance(JsonNode data) {
    return TableRow.into("EX_GDBS_SL")
        .put("SLZTDM", text(data, "result").equals("refused") ? "4" : "1")
        .copy("BSLYY", data, "reason")
        .copy("BLRXM", data, "handler")
        .put("GDBLSX", "20")
        .put("GDBLSXDW", "G")
        .time("SLSJ", data, "acceptedAt");
  }

  private static TableRow step(JsonNode data) {
    return TableRow.into("EX_GDBS_SPCL")
        .put("SPBZH", text(data, "sequence"))
        .put("SPHJDM", STAGES.get(text(data, "stage")))
        .put("SPHJMC", STAGE_NAMES.get(text(data, "stage")))
        .copy("SPRXM", data, "handler")
        .copy("SPYJ", data, "opinion")
        .put("SPHJZTDM", "1")
        .time("SPSJ", data, "endedAt");
  }

  private static TableRow application(JsonNode data) {
    JsonNode applicant = data.required("applicant");
    return TableRow.into("EX_GDBS_SB")
        .put("SXBM", text(data.required("item"), "code"))
        .put("SXMC", text(data.required("item"), "name"))
        .copy("SBXMMC", data, "projectName")
        .put("SQRMC", text(applicant, "name"))
        .put("SQRZJLX", text(applicant, "codeType"))
        .put("SQRZJHM", text(applicant, "code"))
        .put("TJFS", "1")
        .time("SBSJ", data, "appliedAt");
  }

  private static TableRow procedure(JsonNode data) {
    boolean hearing = text(data, "kind").equals("hearing");
    return TableRow.into("EX_GDBS_TBCXSQ")
        .put("XH", text(data, "sequence"))
        .put("TBCXZL", hearing ? "B" : "A")
        .put("TBCXZLMC", hearing ? "听证" : "延长审批")
        .copy("TBCXQDLY", data, "reason")
        .copy("TBCXPZR", data, "approver")
        .put("TBCXSX", "10")
        .put("TBCXSXDW", "G")
        .time("TBCXKSRQ", data, "startedAt");
  }

  private static TableRow completion(JsonNode data) {
    TableRow row =
        TableRow.into("EX_GDBS_BJ")
            .put("BJJGDM", RESULTS.get(text(data, "result")))
            .copy("ZFHTHYY", data, "reason")
            .time("BJSJ", data, "completedAt");
    JsonNode certificate = data.get("certificate");
    return certificate == null
        ? row
        : row.copy("ZJGZMC", certificate, "name")
            .copy("ZJBH", certificate, "number")
            .copy("FZGZDW", certificate, "publisher");
  }
}
