package licencehub.sharing.directory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import licencehub.model.Text;
import licencehub.model.code.CreditCode;
import licencehub.model.code.ItemCode;
import licencehub.model.code.LicenceTypeCode;
import licencehub.model.code.RegionCode;
import licencehub.model.event.LicenceStatus;
import licencehub.model.event.Organisation;
import licencehub.sharing.Origin;
import licencehub.sharing.Sensitivity;
import licencehub.sharing.ValueKind;
import licencehub.sharing.item.Acceptance;
import licencehub.sharing.item.FieldRule;
import licencehub.sharing.item.Form;
import licencehub.sharing.item.ItemGuide;
import licencehub.sharing.item.Necessity;
import licencehub.sharing.item.Party;
import licencehub.sharing.item.RequiredDocument;
import licencehub.sharing.type.HolderCategory;
import licencehub.sharing.type.InformationItem;
import licencehub.sharing.type.LicenceType;
import licencehub.sharing.type.NumberRule;
import licencehub.sharing.type.ValidityRule;
import licencehub.sharing.use.Basis;
import licencehub.sharing.use.Grant;
import licencehub.sharing.use.ItemScope;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Makes the records of files that are sound under their schema. */
final class Reading {
  private static final YAMLMapper YAML = new YAMLMapper();

  private Reading() {}

  static Directory directory(Path config) throws IOException {
    List<Grant> grants = new ArrayList<>();
    for (JsonNode file : files(config.resolve("grants"))) {
      CreditCode organisation = new CreditCode(file.at("/organisation/code").asString());
      file.path("grants").forEach(it -> grants.add(grant(organisation, it)));
    }
    return new Directory(
        files(config.resolve("licence-types")).stream().map(Reading::type).toList(),
        files(config.resolve("items")).stream().map(Reading::guide).toList(),
        grants);
  }

  private static List<JsonNode> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<JsonNode> trees = new ArrayList<>();
      for (Path each : files.sorted().toList()) {
        trees.add(YAML.readTree(Files.readString(each)));
      }
      return trees;
    }
  }

  private static LicenceType type(JsonNode it) {
    JsonNode number = it.path("number");
    Map<String, LicenceStatus> status = new HashMap<>();
    it.path("statusCodes")
        .properties()
        .forEach(
            e ->
                status.put(
                    e.getKey(),
                    word(LicenceStatus.values(), LicenceStatus::wire, e.getValue().asString())));
    return new LicenceType(
        new LicenceTypeCode(it.path("code").asString()),
        name(it),
        word(Origin.values(), Origin::wire, it.path("origin").asString()),
        new Organisation(
            new CreditCode(it.at("/definedBy/code").asString()),
            it.at("/definedBy/name").asString()),
        word(HolderCategory.values(), HolderCategory::wire, it.path("holders").asString()),
        it.path("items").valueStream().map(Reading::item).toList(),
        number.isMissingNode()
            ? null
            : NumberRule.of(number.path("pattern").asString(), number.path("example").asString()),
        validity(it.path("validity")),
        status,
        texts(it.path("face"), e -> e),
        Set.copyOf(texts(it.path("serves"), ItemCode::new)));
  }

  private static InformationItem item(JsonNode it) {
    String personal = it.path("personal").asString("open");
    return new InformationItem(
        Text.of(it.path("name").asString(), it.path("en").asString()),
        it.path("column").asString(),
        word(ValueKind.values(), ValueKind::wire, it.path("kind").asString()),
        it.path("required").asBoolean(false),
        word(Sensitivity.values(), Sensitivity::wire, personal),
        it.path("codes").properties().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().asString())));
  }

  private static ValidityRule validity(JsonNode it) {
    boolean orUnlimited = it.path("orUnlimited").asBoolean(false);
    return switch (it.path("kind").asString()) {
      case "unlimited" -> new ValidityRule.Unlimited();
      case "fixed-date" -> new ValidityRule.FixedDate(orUnlimited);
      default -> new ValidityRule.Duration(texts(it.path("periods"), Period::parse), orUnlimited);
    };
  }

  private static ItemGuide guide(JsonNode it) {
    return new ItemGuide(
        new ItemCode(it.path("code").asString()),
        it.path("version").asInt(),
        name(it),
        word(Origin.values(), Origin::wire, it.path("origin").asString()),
        it.path("documents").valueStream().map(Reading::document).toList());
  }

  private static RequiredDocument document(JsonNode it) {
    return new RequiredDocument(
        it.path("code").asString(),
        name(it),
        word(Necessity.values(), Necessity::wire, it.path("necessity").asString()),
        it.path("deferDays").asInt(0),
        Set.copyOf(texts(it.path("forms"), e -> word(Form.values(), Form::wire, e))),
        it.path("accepts").valueStream().map(Reading::acceptance).toList());
  }

  private static Acceptance acceptance(JsonNode it) {
    return new Acceptance(
        Set.copyOf(texts(it.path("types"), LicenceTypeCode::new)),
        word(Party.values(), Party::wire, it.path("holder").asString("applicant")),
        it.path("remainingDays").asInt(0),
        Set.copyOf(texts(it.path("regions"), RegionCode::new)),
        it.path("fields").valueStream().map(Reading::rule).toList());
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
      case "in" -> new FieldRule.OneOf(field, texts(it.path(kind), e -> e));
      case "notBefore" -> new FieldRule.NotBefore(field, LocalDate.parse(text));
      case "notAfter" -> new FieldRule.NotAfter(field, LocalDate.parse(text));
      case "notOlderThanDays" -> new FieldRule.NotOlderThan(field, it.path(kind).asInt());
      default -> new FieldRule.Names(field, word(Party.values(), Party::wire, text));
    };
  }

  private static Grant grant(CreditCode organisation, JsonNode it) {
    String to = it.path("to").asString("");
    return new Grant(
        it.path("id").asString(),
        organisation,
        it.path("purpose").asString(),
        it.path("anyItem").asBoolean(false)
            ? new ItemScope.Any()
            : new ItemScope.Only(Set.copyOf(texts(it.path("items"), ItemCode::new))),
        Set.copyOf(texts(it.path("types"), LicenceTypeCode::new)),
        Set.copyOf(texts(it.path("fields"), e -> e)),
        Set.copyOf(texts(it.path("bases"), e -> word(Basis.Kind.values(), Basis.Kind::wire, e))),
        new Grant.Terms(
            it.path("copies").asBoolean(false),
            it.path("anyHolder").asBoolean(false),
            it.path("filedCaseOnly").asBoolean(false)),
        new Grant.Quota(it.path("perDay").asLong(), it.path("inAll").asLong(Long.MAX_VALUE)),
        LocalDate.parse(it.path("from").asString()),
        to.isEmpty() ? null : LocalDate.parse(to));
  }

  private static Text name(JsonNode it) {
    return Text.of(it.at("/name/zh").asString(), it.at("/name/en").asString());
  }

  private static <T> List<T> texts(JsonNode list, Function<String, T> make) {
    return list.valueStream().map(JsonNode::asString).map(make).toList();
  }

  private static <T> T word(T[] words, Function<T, String> wire, String word) {
    return Arrays.stream(words).filter(it -> wire.apply(it).equals(word)).findFirst().orElseThrow();
  }
}
