package licencehub.connectors;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One event on its way to a topic.
 *
 * @param key messages of one key stay in order
 * @param headers in the order they are sent
 */
public record FeedMessage(String topic, String key, byte[] value, Map<String, String> headers) {
  public FeedMessage {
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
  }
}
