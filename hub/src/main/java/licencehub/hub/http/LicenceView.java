package licencehub.hub.http;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import licencehub.model.code.CreditCode;
import licencehub.model.code.HolderCode;
import licencehub.model.code.HolderCodeType;
import licencehub.model.code.LicenceIdentifier;
import licencehub.model.code.RegionCode;
import licencehub.model.event.Holder;
import licencehub.model.event.LicenceStatus;
import licencehub.model.event.Organisation;
import licencehub.sharing.Licence;
import licencehub.sharing.Term;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** A licence as one hub tells another of it, so that the rules of sharing can be asked there. */
final class LicenceView {
  private LicenceView() {}

  /**
   * No more than was asked for.
   *
   * @param about of its holders only these
   * @param fields of its face only these
   */
  static void write(
      JsonGenerator json, Licence licence, Collection<HolderCode> about, Set<String> fields) {
    json.writeStartObject();
    json.writeStringProperty("identifier", licence.identifier().toString());
    json.writeStringProperty("name", licence.name());
    json.writeStringProperty("number", licence.number());
    json.writeStringProperty("status", licence.status().wire());
    json.writeStringProperty("issuedOn", licence.term().issuedOn().toString());
    json.writeStringProperty("validFrom", licence.term().validFrom().toString());
    LocalDate end = licence.term().validTo();
    if (end != null) {
      json.writeStringProperty("validTo", end.toString());
    }
    json.writeObjectPropertyStart("issuer");
    json.writeStringProperty("code", licence.issuer().code().text());
    json.writeStringProperty("name", licence.issuer().name());
    json.writeEndObject();
    json.writeStringProperty("region", licence.region().text());
    json.writeArrayPropertyStart("holders");
    licence.holders().stream()
        .filter(it -> about.contains(it.code()))
        .forEach(it -> holder(json, it));
    json.writeEndArray();
    json.writeObjectPropertyStart("face");
    licence.face().forEach((name, value) -> item(json, fields, name, value));
    json.writeEndObject();
    json.writeEndObject();
  }

  /**
   * Reads what {@link #write} writes.
   *
   * @param hub who says so
   * @throws licencehub.model.MalformedValue when a code in it is not what it should be
   */
  static Licence read(JsonNode view, String hub, Instant confirmedAt) {
    return new Licence(
        LicenceIdentifier.parseInbound(view.path("identifier").asString("")),
        view.path("name").asString(""),
        view.path("number").asString(""),
        LicenceStatus.parse(view.path("status").asString("")),
        new Term(
            LocalDate.parse(view.path("issuedOn").asString("")),
            LocalDate.parse(view.path("validFrom").asString("")),
            day(view.path("validTo"))),
        new Organisation(
            new CreditCode(view.at("/issuer/code").asString("")),
            view.at("/issuer/name").asString("")),
        new RegionCode(view.path("region").asString("")),
        holders(view.path("holders")),
        face(view.path("face")),
        new Licence.Home(hub, confirmedAt));
  }

  private static void item(JsonGenerator json, Set<String> fields, String name, String value) {
    if (fields.contains(name)) {
      json.writeStringProperty(name, value);
    }
  }

  static void holder(JsonGenerator json, Holder holder) {
    json.writeStartObject();
    json.writeStringProperty("name", holder.name());
    json.writeStringProperty("codeType", holder.code().type().code());
    json.writeStringProperty("code", holder.code().value());
    json.writeEndObject();
  }

  static List<Holder> holders(JsonNode list) {
    return list.valueStream()
        .map(
            it ->
                new Holder(
                    it.path("name").asString(""),
                    new HolderCode(
                        HolderCodeType.parse(it.path("codeType").asString("")),
                        it.path("code").asString(""))))
        .toList();
  }

  private static Map<String, String> face(JsonNode items) {
    Map<String, String> face = new HashMap<>();
    items.properties().forEach(it -> face.put(it.getKey(), it.getValue().asString("")));
    return face;
  }

  private static @Nullable LocalDate day(JsonNode node) {
    return node.isString() ? LocalDate.parse(node.asString()) : null;
  }
}
