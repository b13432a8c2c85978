package licencehub.routes.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import licencehub.connectors.FeedMessage;
import licencehub.connectors.RawRecord;
import licencehub.library.HistoryEntry;
import licencehub.model.MalformedValue;
import licencehub.model.code.LicenceIdentifier;
import licencehub.model.event.EventType;
import licencehub.schemas.Contracts;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes events as CloudEvents in the binary mode of the Kafka binding: attributes in headers that
 * begin with {@code ce_}, the event's data as the value.
 *
 * @param largest bytes of a value; of a larger one only the address is sent
 */
record FeedMessages(int largest) {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String DATA = "data";
  private static final String CONTENT_TYPE = "datacontenttype";

  /**
   * @param trace what was under way when it was filed, as far as that is known still
   */
  FeedMessage of(FeedTopic topic, HistoryEntry event, FeedView.Seen seen, @Nullable String trace) {
    JsonNode document = JSON.readTree(seen.document());
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("content-type", document.path(CONTENT_TYPE).asString("application/json"));
    document
        .properties()
        .forEach(
            it -> {
              if (it.getValue().isValueNode() && !it.getKey().equals(CONTENT_TYPE)) {
                headers.put("ce_" + it.getKey(), it.getValue().asString());
              }
            });
    headers.put("ce_dataschema", Contracts.dataSchema(event.type()));
    headers.put("ce_sequence", String.format(Locale.ROOT, "%019d", event.sequence()));
    headers.put("ce_receivedat", event.receivedAt().toString());
    if (trace != null) {
      headers.put(RawRecord.TRACE, trace);
    }
    if (seen.masked()) {
      headers.put("ce_masked", "true");
    }
    byte[] value = document.path(DATA).toString().getBytes(UTF_8);
    if (value.length > largest) {
      value = new byte[0];
      headers.put("ce_dataref", "/api/v1/feed?after=" + (event.sequence() - 1) + "&limit=1");
    }
    return new FeedMessage(topic.name(), key(event.type(), seen.subject()), value, headers);
  }

  /** An identifier names one version of a licence: all versions of one go the same way. */
  private static String key(EventType type, String subject) {
    if (!type.isLicence()) {
      return subject;
    }
    try {
      LicenceIdentifier it = LicenceIdentifier.parseInbound(subject);
      return String.join(".", it.type().text(), it.issuer(), it.serial());
    } catch (MalformedValue e) {
      return subject;
    }
  }
}
