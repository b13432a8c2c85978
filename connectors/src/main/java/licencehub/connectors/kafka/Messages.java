package licencehub.connectors.kafka;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.regex.Pattern;
import licencehub.connectors.Dialect;
import licencehub.connectors.RawRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** Turns messages into records. */
final class Messages {
  private static final Pattern TYPE = Pattern.compile("[\\w.+-]{1,60}/[\\w.+-]{1,60}");

  private Messages() {}

  /** The records of a message; a message without a value is a record without bytes. */
  static List<RawRecord> records(ConsumerRecord<byte[], byte[]> message, Dialect dialect) {
    byte[] value = message.value() == null ? new byte[0] : message.value();
    String locator = message.topic() + "-" + message.partition() + "@" + message.offset();
    return RawRecord.traced(
        dialect.split(new RawRecord(value, type(message), locator)),
        header(message, RawRecord.TRACE));
  }

  private static String type(ConsumerRecord<byte[], byte[]> message) {
    String type = header(message, "content-type");
    return type != null && TYPE.matcher(type).matches() ? type : "application/octet-stream";
  }

  private static @Nullable String header(ConsumerRecord<byte[], byte[]> message, String name) {
    Header header = message.headers().lastHeader(name);
    return header == null || header.value() == null ? null : new String(header.value(), ISO_8859_1);
  }
}
