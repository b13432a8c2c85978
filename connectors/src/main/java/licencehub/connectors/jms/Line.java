package licencehub.connectors.jms;

import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.Destination;
import jakarta.jms.InvalidDestinationException;
import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One open, transacted session on a source's queue. */
final class Line implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Line.class);

  /** How long to wait for one more message once there is a first. */
  private static final long LINGER = 5;

  /** After so many deliveries the answer may be what fails, so none is sent. */
  private static final int ANSWERED_DELIVERIES = 3;

  private static final String DELIVERIES = "JMSXDeliveryCount";

  private final Connection connection;
  private final Session session;
  private final MessageConsumer consumer;
  private final MessageProducer producer;

  Line(Connection connection, String queue) throws JMSException {
    this.connection = connection;
    this.session = connection.createSession(true, Session.SESSION_TRANSACTED);
    this.consumer = session.createConsumer(session.createQueue(queue));
    this.producer = session.createProducer(null);
    connection.start();
  }

  /**
   * The next message; null where none comes in time.
   *
   * @param isFirst whether a batch begins with it: only that one is waited for with patience
   */
  @Nullable Message receive(boolean isFirst, Duration patience) throws JMSException {
    return consumer.receive(isFirst ? Math.max(1, patience.toMillis()) : LINGER);
  }

  /** Sends the outcome where the message wants it; nowhere, if it does not say. */
  void answer(Message message, Supplier<byte[]> outcome) throws JMSException {
    Destination where = message.getJMSReplyTo();
    if (where == null || deliveries(message) > ANSWERED_DELIVERIES) {
      return;
    }
    BytesMessage answer = session.createBytesMessage();
    answer.writeBytes(outcome.get());
    String correlation = message.getJMSCorrelationID();
    answer.setJMSCorrelationID(correlation == null ? message.getJMSMessageID() : correlation);
    answer.setStringProperty("contentType", "application/json");
    try {
      producer.send(where, answer);
    } catch (InvalidDestinationException | JMSSecurityException gone) {
      LOG.warn(
          "回执无法送达应答地址 the outcome cannot be delivered to the reply address: {}",
          gone.getErrorCode());
    }
  }

  void commit() throws JMSException {
    session.commit();
  }

  void rollback() throws JMSException {
    session.rollback();
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (JMSException alreadyGone) {
      LOG.debug("closing a connection", alreadyGone);
    }
  }

  private static int deliveries(Message message) throws JMSException {
    return message.propertyExists(DELIVERIES) ? message.getIntProperty(DELIVERIES) : 1;
  }
}
