package licencehub.demo.players;

import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.util.List;
import licencehub.model.Unavailable;
import org.apache.qpid.jms.JmsConnectionFactory;
import org.jspecify.annotations.Nullable;

/** Pushes GB/T 35275 envelopes over AMQP 1.0, a transaction for each batch. */
public final class AmqpPlayer implements Player {
  private static final int PAUSE_MILLIS = 250;
  private static final int ATTEMPTS = 240;

  private final JmsConnectionFactory factory;
  private final String queue;
  private final Envelopes envelopes;
  private @Nullable Connection connection;
  private @Nullable Session session;
  private @Nullable MessageProducer producer;

  public AmqpPlayer(String url, String user, String password, String queue, Envelopes envelopes) {
    this.factory = new JmsConnectionFactory(user, password, url);
    this.queue = queue;
    this.envelopes = envelopes;
  }

  @Override
  public void send(List<Sending> sendings) {
    List<byte[]> messages = sendings.stream().map(envelopes::cms).toList();
    for (int attempt = 1; ; attempt++) {
      try {
        transact(messages);
        return;
      } catch (JMSException e) {
        close();
        if (attempt == ATTEMPTS) {
          throw new Unavailable("broker", e.toString(), e);
        }
        pause();
      }
    }
  }

  /** A commit cut off half-way is repeated: the hub answers what came twice with duplicate. */
  private void transact(List<byte[]> messages) throws JMSException {
    Session open = open();
    MessageProducer sender = java.util.Objects.requireNonNull(producer);
    for (byte[] bytes : messages) {
      BytesMessage message = open.createBytesMessage();
      message.writeBytes(bytes);
      sender.send(message);
    }
    open.commit();
  }

  private Session open() throws JMSException {
    if (session == null) {
      Connection fresh = factory.createConnection();
      connection = fresh;
      fresh.start();
      Session opened = fresh.createSession(true, Session.SESSION_TRANSACTED);
      MessageProducer made = opened.createProducer(opened.createQueue(queue));
      made.setDeliveryMode(DeliveryMode.PERSISTENT);
      producer = made;
      session = opened;
    }
    return session;
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unavailable("broker", "stopped while waiting", e);
    }
  }

  @Override
  public void close() {
    Connection old = connection;
    connection = null;
    session = null;
    producer = null;
    if (old != null) {
      try {
        old.close();
      } catch (JMSException e) {
        // The connection is being thrown away: whatever it still says changes nothing.
        old = null;
      }
    }
  }
}
