package licencehub.connectors.jms;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import licencehub.connectors.DeadLetter;
import licencehub.connectors.DeadLetterBox;
import licencehub.connectors.RawRecord;
import licencehub.connectors.SourceConfig;
import licencehub.model.Text;
import licencehub.model.Unavailable;
import org.jspecify.annotations.Nullable;

/** The queue a broker puts aside what it could not deliver, or what was not fetched in time. */
final class JmsDeadLetters implements DeadLetterBox {
  /** Set by Artemis on a message that has expired. */
  private static final String EXPIRED = "_AMQ_ACTUAL_EXPIRY";

  private final SourceConfig config;
  private final JmsSettings settings;
  private final String queue;
  private @Nullable Line line;

  JmsDeadLetters(SourceConfig config, JmsSettings settings, String queue) {
    this.config = config;
    this.settings = settings;
    this.queue = queue;
  }

  private interface Talk {
    void on(Line line) throws JMSException;
  }

  @Override
  public List<DeadLetter> take(int limit, Duration patience) {
    List<DeadLetter> letters = new ArrayList<>();
    attempt(
        open -> {
          Message message = open.receive(true, patience);
          for (int number = 1; message != null; number++) {
            letters.addAll(letters(message, number));
            message = letters.size() < limit ? open.receive(false, patience) : null;
          }
        });
    return letters;
  }

  @Override
  public void settle() {
    attempt(Line::commit);
  }

  @Override
  public void giveBack() {
    attempt(Line::rollback);
  }

  @Override
  public void close() {
    Line open = line;
    line = null;
    if (open != null) {
      open.close();
    }
  }

  private List<DeadLetter> letters(Message message, int number) throws JMSException {
    RawRecord piece = Piece.of(message, queue, number, settings.messageLimit());
    List<RawRecord> parts = config.dialect().split(piece);
    Text cause = cause(message);
    return (parts.isEmpty() ? List.of(piece) : parts)
        .stream().map(it -> new DeadLetter(it, cause)).toList();
  }

  private Text cause(Message message) throws JMSException {
    return message.propertyExists(EXPIRED)
        ? Text.of(
            "消息在 " + settings.queue() + " 中过期未取",
            "the message expired in " + settings.queue() + " before it was fetched")
        : Text.of(
            "消息从 " + settings.queue() + " 多次投递失败，消息代理已放弃",
            "the broker gave up delivering the message from " + settings.queue());
  }

  private void attempt(Talk talk) {
    try {
      Line open = line;
      if (open == null) {
        open = new Line(new Broker(config, settings).connect(), queue);
        line = open;
      }
      talk.on(open);
    } catch (JMSException e) {
      close();
      throw new Unavailable(config.id().text(), String.valueOf(e.getMessage()), e);
    }
  }
}
