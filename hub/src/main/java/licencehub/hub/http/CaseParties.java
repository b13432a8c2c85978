package licencehub.hub.http;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import licencehub.library.CaseFile;
import licencehub.library.CaseRepository;
import licencehub.library.HistoryEntry;
import licencehub.model.code.CaseNumber;
import licencehub.model.code.CreditCode;
import licencehub.model.code.ItemCode;
import tools.jackson.databind.JsonNode;

/**
 * Which bodies have to do with a case that another hub told of: those that take its steps, and the
 * one whose item it is, to which it was sent from afar 异地受理.
 */
record CaseParties(CaseRepository cases) {
  Set<CreditCode> of(HistoryEntry event) {
    Set<CreditCode> parties = new HashSet<>();
    add(parties, event);
    cases.find(new CaseNumber(event.subject())).map(CaseFile::steps).orElse(List.of()).stream()
        .map(CaseFile.Step::event)
        .forEach(it -> add(parties, it));
    return parties;
  }

  private static void add(Set<CreditCode> parties, HistoryEntry event) {
    JsonNode data = Json.MAPPER.readTree(event.document()).path("data");
    parties.add(new CreditCode(data.at("/department/code").asString()));
    ItemCode.bodyOf(data.at("/item/code").asString("")).ifPresent(parties::add);
  }
}
