package licencehub.hub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import licencehub.connectors.Authority;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.qpid.jms.JmsConnectionFactory;

/** A department's client of the broker, over either protocol. */
final class QueueClient implements AutoCloseable {
  private final Connection connection;
  private final Session session;

  private QueueClient(ConnectionFactory factory, String user) throws JMSException {
    this.connection = factory.createConnection(user, ArtemisProcess.PASSWORD);
    try {
      this.session = connection.createSession(true, Session.SESSION_TRANSACTED);
      connection.start();
    } catch (JMSException e) {
      connection.close();
      throw e;
    }
  }

  static QueueClient core(ArtemisProcess broker, String user, boolean certificate)
      throws JMSException {
    String url =
        broker.core()
            + "?sslEnabled=true;trustStoreType=PKCS12;trustStorePath="
            + broker.folder().resolve("trust.p12")
            + ";trustStorePassword="
            + Authority.PASSWORD
            + (certificate
                ? ";keyStoreType=PKCS12;keyStorePath="
                    + client(broker)
                    + ";keyStorePassword="
                    + Authority.PASSWORD
                : "");
    ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(url);
    factory.setReconnectAttempts(0);
    factory.setCallTimeout(5_000);
    return new QueueClient(factory, user);
  }

  static QueueClient amqp(ArtemisProcess broker, String user, boolean certificate)
      throws JMSException {
    String url =
        broker.amqp()
            + "?jms.requestTimeout=10000&jms.sendTimeout=10000&transport.trustStoreType=PKCS12"
            + "&transport.trustStoreLocation="
            + broker.folder().resolve("trust.p12")
            + "&transport.trustStorePassword="
            + Authority.PASSWORD
            + (certificate
                ? "&transport.keyStoreType=PKCS12&transport.keyStoreLocation="
                    + client(broker)
                    + "&transport.keyStorePassword="
                    + Authority.PASSWORD
                : "");
    return new QueueClient(new JmsConnectionFactory(url), user);
  }

  /** Sends all in one transaction: on the broker's disk when this returns. */
  void send(String queue, List<String> documents) throws JMSException {
    send(queue, documents, Duration.ZERO);
  }

  /**
   * The same, for a while.
   *
   * @param life how long the messages wait to be fetched; zero for as long as it takes
   */
  void send(String queue, List<String> documents, Duration life) throws JMSException {
    try (MessageProducer producer = session.createProducer(session.createQueue(queue))) {
      for (String document : documents) {
        BytesMessage message = session.createBytesMessage();
        message.setStringProperty("contentType", "application/cloudevents+json");
        message.writeBytes(document.getBytes(UTF_8));
        producer.setTimeToLive(life.toMillis());
        producer.send(message);
      }
      session.commit();
    }
  }

  /** Sends one and waits for what becomes of it, on a queue of the department's own. */
  String ask(String queue, String document, String replies) throws JMSException {
    Queue answers = session.createQueue(replies);
    try (MessageProducer producer = session.createProducer(session.createQueue(queue));
        MessageConsumer consumer = session.createConsumer(answers)) {
      TextMessage message = session.createTextMessage(document);
      message.setJMSReplyTo(answers);
      producer.send(message);
      session.commit();
      BytesMessage answer = (BytesMessage) consumer.receive(60_000);
      byte[] bytes = new byte[(int) answer.getBodyLength()];
      answer.readBytes(bytes);
      session.commit();
      return new String(bytes, UTF_8);
    }
  }

  /** Takes a message and does not manage to deal with it. */
  boolean stumble(String queue) throws JMSException {
    try (MessageConsumer consumer = session.createConsumer(session.createQueue(queue))) {
      Message message = consumer.receive(2_000);
      session.rollback();
      return message != null;
    }
  }

  /** A broker that was killed meanwhile cannot be said goodbye to. */
  @Override
  public void close() {
    try {
      connection.close();
    } catch (JMSException gone) {
      assertThat(gone).hasMessageContaining("connect");
    }
  }

  private static Path client(ArtemisProcess broker) {
    return broker.folder().resolve("client.p12");
  }
}
