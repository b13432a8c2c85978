package licencehub.hub.config;

import java.time.Period;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import licencehub.model.Text;
import licencehub.model.code.CreditCode;
import licencehub.model.code.ItemCode;
import licencehub.model.code.LicenceTypeCode;
import licencehub.model.event.LicenceStatus;
import licencehub.model.event.Organisation;
import licencehub.sharing.Origin;
import licencehub.sharing.Sensitivity;
import licencehub.sharing.ValueKind;
import licencehub.sharing.type.HolderCategory;
import licencehub.sharing.type.InformationItem;
import licencehub.sharing.type.LicenceType;
import licencehub.sharing.type.NumberRule;
import licencehub.sharing.type.ValidityRule;
import tools.jackson.databind.JsonNode;

/** Makes licence types of files that are sound under their schema. */
final class TypeReading {
  private TypeReading() {}

  static LicenceType type(JsonNode it) {
    JsonNode number = it.path("number");
    Map<String, LicenceStatus> status = new HashMap<>();
    it.path("statusCodes")
        .properties()
        .forEach(
            e ->
                status.put(
                    e.getKey(),
                    Nodes.word(
                        LicenceStatus.values(), LicenceStatus::wire, e.getValue().asString())));
    return new LicenceType(
        new LicenceTypeCode(it.path("code").asString()),
        Nodes.name(it),
        Nodes.word(Origin.values(), Origin::wire, it.path("origin").asString()),
        new Organisation(
            new CreditCode(it.at("/definedBy/code").asString()),
            it.at("/definedBy/name").asString()),
        Nodes.word(HolderCategory.values(), HolderCategory::wire, it.path("holders").asString()),
        it.path("items").valueStream().map(TypeReading::item).toList(),
        number.isMissingNode()
            ? null
            : NumberRule.of(number.path("pattern").asString(), number.path("example").asString()),
        validity(it.path("validity")),
        status,
        Nodes.texts(it.path("face"), e -> e),
        Set.copyOf(Nodes.texts(it.path("serves"), ItemCode::new)));
  }

  private static InformationItem item(JsonNode it) {
    String personal = it.path("personal").asString("open");
    return new InformationItem(
        Text.of(it.path("name").asString(), it.path("en").asString()),
        it.path("column").asString(),
        Nodes.word(ValueKind.values(), ValueKind::wire, it.path("kind").asString()),
        it.path("required").asBoolean(false),
        Nodes.word(Sensitivity.values(), Sensitivity::wire, personal),
        it.path("codes").properties().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().asString())));
  }

  private static ValidityRule validity(JsonNode it) {
    boolean orUnlimited = it.path("orUnlimited").asBoolean(false);
    return switch (it.path("kind").asString()) {
      case "unlimited" -> new ValidityRule.Unlimited();
      case "fixed-date" -> new ValidityRule.FixedDate(orUnlimited);
      default ->
          new ValidityRule.Duration(Nodes.texts(it.path("periods"), Period::parse), orUnlimited);
    };
  }
}
