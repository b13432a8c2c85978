package licencehub.connectors.jms;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Queue;
import jakarta.jms.QueueBrowser;
import jakarta.jms.Session;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import licencehub.connectors.Batch;
import licencehub.connectors.BatchSource;
import licencehub.connectors.Configs;
import licencehub.connectors.Connector;
import licencehub.connectors.ConnectorContract;
import licencehub.connectors.Events;
import licencehub.connectors.Outcomes;
import licencehub.connectors.SourceConfig;
import licencehub.model.Reason;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the connector promises, against an Artemis broker, whichever protocol it speaks. */
abstract class QueueContract extends ConnectorContract {
  static final TestBroker BROKER = new TestBroker();
  private static int queues;

  @TempDir Path home;

  final String queue = "in." + ++queues;

  /** What a department does with the queue. */
  interface Work {
    void on(Session session, Queue queue) throws JMSException;
  }

  abstract String url();

  /** Messages a second, at the least. */
  int fastEnough() {
    return 10_000;
  }

  @BeforeAll
  static void startBroker() {
    BROKER.start();
  }

  @AfterAll
  static void stopBroker() {
    BROKER.stop();
  }

  @Override
  protected Connector connector() {
    return new JmsConnector();
  }

  @Override
  protected SourceConfig config() {
    String settings =
        """
        {"url": "%s", "queue": "%s", "messageLimit": 2048, "redeliveryDelay": "PT0.05S"}"""
            .formatted(url(), queue);
    return Configs.unsigned(settings, home);
  }

  @Override
  protected void put(int count) {
    department(
        (session, to) -> {
          try (MessageProducer producer = session.createProducer(to)) {
            producer.setDeliveryMode(DeliveryMode.NON_PERSISTENT);
            for (String event : Events.next(count)) {
              BytesMessage message = session.createBytesMessage();
              message.writeBytes(event.getBytes(UTF_8));
              producer.send(message);
            }
          }
        });
  }

  @Override
  protected Object state() {
    List<String> messages = new ArrayList<>();
    department(
        (session, from) -> {
          try (QueueBrowser browser = session.createBrowser(from)) {
            Enumeration<?> all = browser.getEnumeration();
            while (all.hasMoreElements()) {
              Message message = (Message) all.nextElement();
              messages.add(message.getJMSMessageID() + message.getIntProperty("JMSXDeliveryCount"));
            }
          }
        });
    return messages;
  }

  @Override
  protected boolean cutOff() {
    BROKER.stop();
    return true;
  }

  @Override
  protected void restore() {
    BROKER.start();
  }

  @Test
  void each_outcome_goes_where_its_message_wants_it() {
    department(
        (session, to) -> {
          Queue replies = session.createQueue(queue + ".replies");
          for (String wish : new String[] {"one", null}) {
            BytesMessage message = session.createBytesMessage();
            message.writeBytes(Events.next().getBytes(UTF_8));
            message.setJMSReplyTo(replies);
            message.setJMSCorrelationID(wish);
            session.createProducer(to).send(message);
          }
          put(1);
          try (BatchSource source = open()) {
            Batch batch = next(source, 2);
            source.settle(
                batch, List.of(Outcomes.accepted(), Outcomes.quarantined(Reason.SIGNATURE_WRONG)));
            take(source, 1);
          }
          BytesMessage first = (BytesMessage) session.createConsumer(replies).receive(10_000);
          assertThat(first.getJMSCorrelationID()).isEqualTo("one");
          assertThat(json(first).path("outcome").asString()).isEqualTo("accepted");
          assertThat(json(first).at("/receipt/checkpoint/note").asString()).isEqualTo("note\n");
        });
    department(
        (session, to) -> {
          BytesMessage second =
              (BytesMessage)
                  session.createConsumer(session.createQueue(queue + ".replies")).receive(10_000);
          assertThat(second.getJMSCorrelationID()).startsWith("ID:");
          assertThat(json(second).at("/faults/0/code").asString()).isEqualTo("signature.wrong");
        });
  }

  @Test
  void an_answer_leaves_only_with_its_transaction() {
    department(
        (session, to) -> {
          Queue replies = session.createQueue(queue + ".replies");
          BytesMessage message = session.createBytesMessage();
          message.writeBytes(Events.next().getBytes(UTF_8));
          message.setJMSReplyTo(replies);
          session.createProducer(to).send(message);
          try (BatchSource source = open()) {
            source.giveBack(next(source, 1));
            assertThat(session.createConsumer(replies).receive(50)).isNull();
            assertThat(take(source, 1)).hasSize(1);
          }
        });
  }

  @Test
  void an_object_or_a_giant_is_refused_unread_and_others_come_through() {
    department(
        (session, to) -> {
          session.createProducer(to).send(session.createObjectMessage(new Trap()));
          session.createProducer(to).send(session.createTextMessage("x".repeat(2049)));
          send(session, to, new byte[2049]);
          session.createProducer(to).send(session.createTextMessage("{\"类型\":1}"));
        });
    try (BatchSource source = open()) {
      List<String> texts = take(source, 4);
      assertThat(texts.subList(0, 3)).allMatch(it -> it.contains("The message was not read"));
      assertThat(texts.getLast()).isEqualTo("{\"类型\":1}");
    }
    assertThat(Trap.sprung).isFalse();
  }

  @Test
  void a_message_of_many_records_is_settled_whole() {
    department(
        (session, to) -> {
          BytesMessage message = session.createBytesMessage();
          message.setStringProperty("contentType", "application/x-ndjson");
          message.writeBytes(Events.lines(3).getBytes(UTF_8));
          session.createProducer(to).send(message);
        });
    try (BatchSource source = open()) {
      Batch batch = next(source, 10);
      assertThat(batch.records()).hasSize(3);
      source.settle(batch, Outcomes.accepted(batch));
    }
    assertThat(state()).isEqualTo(List.of());
  }

  @Test
  void an_empty_message_gets_an_outcome_too() {
    department((session, to) -> send(session, to, new byte[0]));
    try (BatchSource source = open()) {
      assertThat(take(source, 1)).containsExactly("");
    }
  }

  @Tag("long")
  @Test
  void drains_messages_fast_enough() {
    int count = 50_000;
    put(count);
    try (BatchSource source = open()) {
      take(source, 1000);
      long start = System.nanoTime();
      int taken = 1000;
      while (taken < count) {
        Batch batch = source.poll(1000, Duration.ofSeconds(1));
        source.settle(batch, Outcomes.accepted(batch));
        taken += batch.records().size();
      }
      double rate = (count - 1000) / ((System.nanoTime() - start) / 1e9);
      System.out.printf("%s: %.0f messages/s%n", url(), rate);
      assertThat(rate).isGreaterThan(fastEnough());
    }
  }

  private static void send(Session session, Queue to, byte[] bytes) throws JMSException {
    BytesMessage message = session.createBytesMessage();
    message.writeBytes(bytes);
    session.createProducer(to).send(message);
  }

  private static JsonNode json(BytesMessage message) throws JMSException {
    byte[] bytes = new byte[(int) message.getBodyLength()];
    message.reset();
    message.readBytes(bytes);
    return JsonMapper.shared().readTree(bytes);
  }

  private void department(Work work) {
    try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(BROKER.url("tcp"));
        Connection connection = factory.createConnection();
        Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
      connection.start();
      work.on(session, session.createQueue(queue));
    } catch (JMSException e) {
      throw new IllegalStateException(e);
    }
  }
}
