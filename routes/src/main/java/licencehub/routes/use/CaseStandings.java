package licencehub.routes.use;

import java.util.HashSet;
import java.util.Set;
import licencehub.library.CaseFile;
import licencehub.library.CaseRepository;
import licencehub.model.code.CaseNumber;
import licencehub.model.code.HolderCode;
import licencehub.model.code.HolderCodeType;
import licencehub.model.code.ItemCode;
import licencehub.model.event.Stage;
import licencehub.sharing.use.CaseStanding;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the repository knows of cases, in the form the rules of use look at. */
final class CaseStandings {
  private static final JsonMapper JSON = JsonMapper.shared();
  private final CaseRepository cases;

  CaseStandings(CaseRepository cases) {
    this.cases = cases;
  }

  CaseStanding of(CaseNumber number) {
    return cases.find(number).map(CaseStandings::standing).orElseGet(CaseStanding.NotFiled::new);
  }

  private static CaseStanding standing(CaseFile file) {
    if (file.steps().stream().anyMatch(it -> it.stage() == Stage.COMPLETION)) {
      return new CaseStanding.Closed();
    }
    ItemCode item = null;
    Set<HolderCode> parties = new HashSet<>();
    for (CaseFile.Step step : file.steps()) {
      JsonNode data = JSON.readTree(step.event().document()).path("data");
      item = item(data, item);
      JsonNode applicant = data.path("applicant");
      if (applicant.has("code")) {
        parties.add(
            new HolderCode(
                HolderCodeType.parse(applicant.path("codeType").asString()),
                applicant.path("code").asString()));
      }
    }
    return new CaseStanding.Open(item, parties);
  }

  private static @Nullable ItemCode item(JsonNode data, @Nullable ItemCode before) {
    JsonNode code = data.path("item").path("code");
    return code.isString() ? new ItemCode(code.asString()) : before;
  }
}
