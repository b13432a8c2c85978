package licencehub.connectors.kafka;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.regex.Pattern;
import licencehub.connectors.Dialect;
import licencehub.connectors.RawRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** Turns messages into records. */
final class Messages {
  private static final Pattern TYPE = Pattern.compile("[\\w.+-]{1,60}/[\\w.+-]{1,60}");

  private Messages() {}

  /** The records of a message; a message without a value is a record without bytes. */
  static List<RawRecord> records(ConsumerRecord<byte[], byte[]> message, Dialect dialect) {
    byte[] value = message.value() == null ? new byte[0] : message.value();
    String locator = message.topic() + "-" + message.partition() + "@" + message.offset();
    return dialect.split(new RawRecord(value, type(message), locator));
  }

  private static String type(ConsumerRecord<byte[], byte[]> message) {
    Header header = message.headers().lastHeader("content-type");
    String type = header == null ? "" : new String(header.value(), ISO_8859_1);
    return TYPE.matcher(type).matches() ? type : "application/octet-stream";
  }
}
