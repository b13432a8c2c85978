package licencehub.schemas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import licencehub.model.Fault;
import licencehub.model.MalformedValue;
import licencehub.model.Reason;
import licencehub.model.Text;
import licencehub.model.code.HolderCode;
import licencehub.model.code.HolderCodeType;
import tools.jackson.databind.JsonNode;

/** The rules a schema cannot say: two places of a document that must agree. */
final class Agreement {
  /** What an event is about, the first of these that it has. */
  private static final List<String> SUBJECTS =
      List.of("followUp", "joint", "useCode", "identifier", "caseNumber");

  private final JsonNode root;
  private final JsonNode data;
  private final List<Fault> faults = new ArrayList<>();

  private Agreement(JsonNode root) {
    this.root = root;
    this.data = root.path("data");
  }

  /** Looks only at what is there and of the right type; the schema tells the rest. */
  static List<Fault> faults(JsonNode root) {
    Agreement agreement = new Agreement(root);
    agreement.subject();
    agreement.holder("/data/applicant", agreement.data.path("applicant"));
    agreement.holder("/data/collector", agreement.data.path("collector"));
    JsonNode holders = agreement.data.path("holders");
    if (holders.isArray()) {
      for (int i = 0; i < holders.size(); i++) {
        agreement.holder("/data/holders/" + i, holders.path(i));
      }
    }
    agreement.faults.addAll(JointAgreement.faults(agreement.data));
    return agreement.faults;
  }

  private void subject() {
    JsonNode subject = root.path("subject");
    String key = SUBJECTS.stream().filter(data::has).findFirst().orElse("caseNumber");
    JsonNode stated = data.path(key);
    if (subject.isString() && stated.isString() && !subject.equals(stated)) {
      faults.add(
          Fault.at(
              "/subject",
              Reason.SCHEMA_VIOLATED,
              Text.of(
                  "主题与 data." + key + " 不一致；请写成相同的值。",
                  "The subject is not data." + key + "; give both the same value.")));
    }
  }

  private void holder(String path, JsonNode holder) {
    JsonNode code = holder.path("code");
    Optional<HolderCodeType> type = HolderCodeType.find(holder.path("codeType").asString(""));
    if (code.isString() && type.isPresent()) {
      try {
        new HolderCode(type.get(), code.asString());
      } catch (MalformedValue e) {
        faults.add(Fault.at(path + "/code", Reason.CODE_MALFORMED, e.text()));
      }
    }
  }
}
