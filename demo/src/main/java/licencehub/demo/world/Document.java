package licencehub.demo.world;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import licencehub.model.event.EventType;
import licencehub.model.event.Holder;
import licencehub.model.event.Organisation;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A canonical document being written. */
final class Document {
  private static final JsonMapper JSON = new JsonMapper();
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final ObjectNode node = JSON.createObjectNode();
  private final ObjectNode data;
  private final Body body;

  Document(Body body, EventType type, String subject, String id, Instant time) {
    this.body = body;
    node.put("specversion", "1.0")
        .put("id", id)
        .put("source", "/sources/" + body.source())
        .put("type", type.wire())
        .put("subject", subject)
        .put("time", rfc3339(time))
        .put("recordversion", 1)
        .put("datacontenttype", "application/json");
    this.data = node.putObject("data");
  }

  ObjectNode node() {
    return node;
  }

  Document forCase(String caseNumber) {
    data.put("caseNumber", caseNumber);
    organisation("department", body.organisation());
    return text("region", body.region().text());
  }

  Document text(String key, String value) {
    data.put(key, value);
    return this;
  }

  Document number(String key, int value) {
    data.put(key, value);
    return this;
  }

  Document time(String key, Instant value) {
    return text(key, rfc3339(value));
  }

  Document issuer(Organisation issuer) {
    return organisation("issuer", issuer);
  }

  Document item(Body.Matter matter) {
    data.putObject("item")
        .put("code", body.organisation().code() + "3" + itemTail())
        .put("name", matter.item());
    return this;
  }

  Document applicant(Holder holder) {
    holder(data.putObject("applicant"), holder);
    return this;
  }

  Document holders(Holder holder) {
    holder(data.putArray("holders").addObject(), holder);
    return this;
  }

  Document limit(String key, int workingDays) {
    data.putObject(key).put("value", workingDays).put("unit", "working-day");
    return this;
  }

  Document certificate(String name, String number, String publisher) {
    data.putObject("certificate")
        .put("name", name)
        .put("number", number)
        .put("publisher", publisher);
    return this;
  }

  private Document organisation(String key, Organisation organisation) {
    data.putObject(key).put("code", organisation.code().text()).put("name", organisation.name());
    return this;
  }

  private static void holder(ObjectNode node, Holder holder) {
    node.put("name", holder.name())
        .put("codeType", holder.code().type().code())
        .put("code", holder.code().value());
  }

  /** A catalogue code: national, licensing, department 17, item by the licence type. */
  private String itemTail() {
    String type = body.matter().type().text();
    return "000117" + type.substring(type.length() - 3) + "000";
  }

  private static String rfc3339(Instant time) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.atZone(ZONE));
  }
}
