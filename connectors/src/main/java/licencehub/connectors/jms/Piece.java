package licencehub.connectors.jms;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import licencehub.connectors.RawRecord;
import org.jspecify.annotations.Nullable;

/** Takes the bytes out of a message; what is not plain bytes or text is refused unread. */
final class Piece {
  private static final String TYPE_PROPERTY = "contentType";
  private static final int LONGEST_TYPE = 100;

  private Piece() {}

  /**
   * The message as a record. A message that is refused becomes a record that says so, and so ends
   * in quarantine like everything else a dialect cannot read.
   *
   * @param number which one of its batch, from 1
   */
  static RawRecord of(Message message, String queue, int number, int limit) throws JMSException {
    String locator = queue + "#" + number;
    return switch (message) {
      case BytesMessage it -> {
        long length = it.getBodyLength();
        if (length > limit) {
          yield refused(locator, length + " bytes", limit);
        }
        byte[] bytes = new byte[(int) length];
        it.reset();
        it.readBytes(bytes);
        yield new RawRecord(bytes, mediaType(message, "application/octet-stream"), locator);
      }
      case TextMessage it -> {
        String text = it.getText() == null ? "" : it.getText();
        byte[] bytes = text.getBytes(UTF_8);
        yield bytes.length > limit
            ? refused(locator, bytes.length + " bytes", limit)
            : new RawRecord(bytes, mediaType(message, "text/plain"), locator);
      }
      default -> refused(locator, "neither BytesMessage nor TextMessage", limit);
    };
  }

  /** The trace the sender had under way; null where the message names none. */
  static @Nullable String trace(Message message) throws JMSException {
    return message.propertyExists(RawRecord.TRACE)
        ? message.getStringProperty(RawRecord.TRACE)
        : null;
  }

  private static RawRecord refused(String locator, String what, int limit) {
    String notice =
        ("未读取该消息（%s）：只接收不超过 %d 字节的 BytesMessage 或 TextMessage。"
                + "The message was not read (%s): only a BytesMessage or TextMessage of up to %d"
                + " bytes is taken.\n")
            .formatted(what, limit, what, limit);
    return new RawRecord(notice.getBytes(UTF_8), "text/plain", locator + " (refused)");
  }

  private static String mediaType(Message message, String preset) throws JMSException {
    String type = property(message);
    return type == null || type.length() > LONGEST_TYPE ? preset : type;
  }

  private static @Nullable String property(Message message) throws JMSException {
    return message.propertyExists(TYPE_PROPERTY) ? message.getStringProperty(TYPE_PROPERTY) : null;
  }
}
