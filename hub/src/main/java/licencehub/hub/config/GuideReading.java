package licencehub.hub.config;

import java.time.LocalDate;
import java.util.Set;
import licencehub.model.code.ItemCode;
import licencehub.model.code.LicenceTypeCode;
import licencehub.model.code.RegionCode;
import licencehub.sharing.Origin;
import licencehub.sharing.item.Acceptance;
import licencehub.sharing.item.FieldRule;
import licencehub.sharing.item.Form;
import licencehub.sharing.item.ItemGuide;
import licencehub.sharing.item.Necessity;
import licencehub.sharing.item.Party;
import licencehub.sharing.item.RequiredDocument;
import tools.jackson.databind.JsonNode;

/** Makes item guides of files that are sound under their schema. */
final class GuideReading {
  private GuideReading() {}

  static ItemGuide guide(JsonNode it) {
    return new ItemGuide(
        new ItemCode(it.path("code").asString()),
        it.path("version").asInt(),
        Nodes.name(it),
        Nodes.word(Origin.values(), Origin::wire, it.path("origin").asString()),
        it.path("documents").valueStream().map(GuideReading::document).toList());
  }

  private static RequiredDocument document(JsonNode it) {
    return new RequiredDocument(
        it.path("code").asString(),
        Nodes.name(it),
        Nodes.word(Necessity.values(), Necessity::wire, it.path("necessity").asString()),
        it.path("deferDays").asInt(0),
        Set.copyOf(Nodes.texts(it.path("forms"), e -> Nodes.word(Form.values(), Form::wire, e))),
        it.path("accepts").valueStream().map(GuideReading::acceptance).toList());
  }

  private static Acceptance acceptance(JsonNode it) {
    return new Acceptance(
        Set.copyOf(Nodes.texts(it.path("types"), LicenceTypeCode::new)),
        Nodes.word(Party.values(), Party::wire, it.path("holder").asString("applicant")),
        it.path("remainingDays").asInt(0),
        Set.copyOf(Nodes.texts(it.path("regions"), RegionCode::new)),
        it.path("fields").valueStream().map(GuideReading::rule).toList());
  }

  private static FieldRule rule(JsonNode it) {
    String field = it.path("field").asString();
    String kind =
        it.propertyNames().stream().filter(e -> !e.equals("field")).findFirst().orElse("");
    String text = it.path(kind).asString("");
    return switch (kind) {
      case "is" -> new FieldRule.Is(field, text);
      case "startsWith" -> new FieldRule.StartsWith(field, text);
      case "contains" -> new FieldRule.Contains(field, text);
      case "in" -> new FieldRule.OneOf(field, Nodes.texts(it.path(kind), e -> e));
      case "notBefore" -> new FieldRule.NotBefore(field, LocalDate.parse(text));
      case "notAfter" -> new FieldRule.NotAfter(field, LocalDate.parse(text));
      case "notOlderThanDays" -> new FieldRule.NotOlderThan(field, it.path(kind).asInt());
      default -> new FieldRule.Names(field, Nodes.word(Party.values(), Party::wire, text));
    };
  }
}
