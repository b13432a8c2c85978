package licencehub.hub.http;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import licencehub.hub.access.Role;
import licencehub.library.Access.LookupReason;
import licencehub.model.MalformedValue;
import licencehub.model.Text;
import licencehub.model.code.CreditCode;
import licencehub.model.code.LicenceIdentifier;
import licencehub.routes.use.ComparisonAnswer;
import licencehub.sharing.Licence;
import licencehub.sharing.comparison.CheckResult;
import licencehub.sharing.comparison.Claims;
import licencehub.sharing.comparison.Comparison;
import licencehub.sharing.use.Denial;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Holds claimed fields against a licence, for approvers with a grant; tells no value of it. */
final class ComparisonEndpoints {
  private final Comparisons comparisons;

  ComparisonEndpoints(Comparisons comparisons) {
    this.comparisons = comparisons;
  }

  /** Per field equal, different or absent, and how the licence stands. */
  Answer compare(Call call) throws IOException {
    ObjectNode body = Requests.object(call, Set.of("reason", "identifier", "fields", "basis"));
    CreditCode organisation = call.caller().department();
    if (organisation == null) {
      return new Answer.Refusal(ProblemType.ORGANISATION_MISSING);
    }
    return switch (LookupReasons.of(body)) {
      case LookupReasons.Missing it -> it.refusal();
      case LookupReasons.Given(LookupReason reason) -> {
        LicenceIdentifier licence =
            LicenceIdentifier.parseInbound(Requests.text(body, "identifier").orElse(""));
        UseTerms terms = UseTerms.ofComparison(body);
        Claims claims = claims(body);
        yield switch (comparisons.compare(call, organisation, reason, terms, licence, claims)) {
          case ComparisonAnswer.Compared it -> compared(licence, it.comparison());
          case ComparisonAnswer.Denied it -> denied(licence, it.denial());
          case ComparisonAnswer.Exhausted it -> Comparisons.exhausted(call, it.until());
        };
      }
    };
  }

  /** Whether what may be a guess about the licence is compared for the caller. */
  boolean mayGuess(Call call, Licence licence) {
    CreditCode organisation = call.caller().department();
    return call.caller().role() == Role.APPROVER
        && organisation != null
        && comparisons.desk().mayCompare(organisation, licence.identifier(), call.at());
  }

  private static Claims claims(ObjectNode body) {
    if (!(body.get("fields") instanceof ObjectNode object)) {
      throw wrong();
    }
    Map<String, String> fields = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> it : object.properties()) {
      if (!it.getValue().isString()) {
        throw wrong();
      }
      fields.put(it.getKey(), it.getValue().asString());
    }
    return new Claims(fields);
  }

  private static MalformedValue wrong() {
    return MalformedValue.hidden(
        Text.of("键 fields", "key fields"),
        Text.of("应为信息项名称和字符串内容", "must be names of fields, each with a string"),
        "{\"证照编号\": \"JY14403070001234\"}");
  }

  private static Answer compared(LicenceIdentifier licence, Comparison comparison) {
    CheckResult result = comparison.result();
    return Json.answer(
        json -> {
          json.writeStartObject();
          json.writeStringProperty("identifier", licence.toString());
          json.writeStringProperty("decision", "compared");
          json.writeObjectPropertyStart("result");
          json.writeNumberProperty("code", result.code());
          json.writeStringProperty("zh", result.text().zh());
          json.writeStringProperty("en", result.text().en());
          json.writeEndObject();
          VerificationJson.standing(json, comparison.standing());
          json.writeArrayPropertyStart("fields");
          comparison.fields().forEach(it -> field(json, it));
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  private static void field(JsonGenerator json, Comparison.Field field) {
    json.writeStartObject();
    json.writeStringProperty("name", field.name());
    json.writeStringProperty("match", VerificationJson.word(field.match()));
    json.writeEndObject();
  }

  private static Answer denied(LicenceIdentifier licence, Denial denial) {
    return Json.answer(
        json -> {
          json.writeStartObject();
          json.writeStringProperty("identifier", licence.toString());
          json.writeStringProperty("decision", "denied");
          UseJson.denial(json, "denial", denial);
          json.writeEndObject();
        });
  }
}
