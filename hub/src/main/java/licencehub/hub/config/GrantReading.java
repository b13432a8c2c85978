package licencehub.hub.config;

import java.time.LocalDate;
import java.util.Set;
import licencehub.model.code.CreditCode;
import licencehub.model.code.ItemCode;
import licencehub.model.code.LicenceTypeCode;
import licencehub.sharing.use.Basis;
import licencehub.sharing.use.Grant;
import licencehub.sharing.use.ItemScope;
import tools.jackson.databind.JsonNode;

/** Makes grants of files that are sound under their schema. */
final class GrantReading {
  private GrantReading() {}

  static Grant grant(CreditCode organisation, JsonNode it) {
    String to = it.path("to").asString("");
    return new Grant(
        it.path("id").asString(),
        organisation,
        it.path("purpose").asString(),
        it.path("anyItem").asBoolean(false)
            ? new ItemScope.Any()
            : new ItemScope.Only(Set.copyOf(Nodes.texts(it.path("items"), ItemCode::new))),
        Set.copyOf(Nodes.texts(it.path("types"), LicenceTypeCode::new)),
        Set.copyOf(Nodes.texts(it.path("fields"), e -> e)),
        Set.copyOf(
            Nodes.texts(
                it.path("bases"), e -> Nodes.word(Basis.Kind.values(), Basis.Kind::wire, e))),
        new Grant.Terms(
            it.path("copies").asBoolean(false),
            it.path("anyHolder").asBoolean(false),
            it.path("filedCaseOnly").asBoolean(false)),
        new Grant.Quota(it.path("perDay").asLong(), it.path("inAll").asLong(Long.MAX_VALUE)),
        LocalDate.parse(it.path("from").asString()),
        to.isEmpty() ? null : LocalDate.parse(to));
  }
}
