package licencehub.connectors.jms;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.QueueBrowser;
import jakarta.jms.Session;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import licencehub.connectors.BatchSource;
import licencehub.connectors.Connector;
import licencehub.connectors.ConnectorSpec;
import licencehub.connectors.DeadLetterBox;
import licencehub.connectors.Discovered;
import licencehub.connectors.Positions;
import licencehub.connectors.Probe;
import licencehub.connectors.RawRecord;
import licencehub.connectors.SourceConfig;
import licencehub.connectors.settings.Secret;
import licencehub.connectors.settings.SettingsForm;
import licencehub.model.Text;
import licencehub.model.Unavailable;

/** Reads a department's queue on an Artemis broker, or on any broker that speaks AMQP 1.0. */
public final class JmsConnector implements Connector {
  private static final SettingsForm<JmsSettings> FORM =
      SettingsForm.of(JmsSettings.class, "jms.schema.json");
  private static final int MOST_COUNTED = 10_000;

  /** What is done on an open session; the connection is started only for browsing. */
  private interface Work<T> {
    T on(Session session) throws JMSException;
  }

  @Override
  public ConnectorSpec spec() {
    return new ConnectorSpec("jms", Text.of("消息队列", "message queue"), FORM.schema());
  }

  @Override
  public void check(SourceConfig config, Probe probe) {
    JmsSettings settings = FORM.read(config.settings());
    probe.step(Text.of("口令", "password"), () -> password(config, settings));
    probe.step(
        Text.of("连接并登录", "connect and log in"),
        () -> onSession(config, settings, false, session -> settings.url()));
    probe.step(
        Text.of("浏览权限", "permission to browse"),
        () -> "未读消息 waiting " + onSession(config, settings, true, it -> count(it, settings)));
    probe.step(
        Text.of("接收权限", "permission to receive"),
        () -> onSession(config, settings, false, it -> consume(it, settings.queue())));
    String deadLetters = settings.deadLetters();
    if (deadLetters != null) {
      probe.step(
          Text.of("死信接收权限", "permission to receive dead letters"),
          () -> onSession(config, settings, false, it -> consume(it, deadLetters)));
    }
  }

  @Override
  public List<Discovered> discover(SourceConfig config) {
    JmsSettings settings = FORM.read(config.settings());
    long waiting = connected(config, settings, it -> count(it, settings));
    return List.of(new Discovered("queue", settings.queue(), List.of(), waiting));
  }

  @Override
  public List<RawRecord> sample(SourceConfig config, int limit) {
    JmsSettings settings = FORM.read(config.settings());
    return connected(config, settings, session -> browse(session, config, settings, limit));
  }

  /** The broker gives each message to one of those who receive. */
  @Override
  public boolean isShared() {
    return true;
  }

  @Override
  public BatchSource open(SourceConfig config, Positions positions) {
    return new JmsSource(config, FORM.read(config.settings()));
  }

  @Override
  public Optional<DeadLetterBox> deadLetters(SourceConfig config) {
    JmsSettings settings = FORM.read(config.settings());
    return Optional.ofNullable(settings.deadLetters())
        .map(queue -> new JmsDeadLetters(config, settings, queue));
  }

  private static String password(SourceConfig config, JmsSettings settings) {
    String file = settings.passwordFile();
    if (file == null) {
      return "不用口令 none";
    }
    Secret.text(config.home(), file);
    return file;
  }

  private static <T> T connected(SourceConfig config, JmsSettings settings, Work<T> work) {
    try {
      return onSession(config, settings, true, work);
    } catch (JMSException e) {
      throw new Unavailable(config.id().text(), String.valueOf(e.getMessage()), e);
    }
  }

  private static <T> T onSession(
      SourceConfig config, JmsSettings settings, boolean start, Work<T> work) throws JMSException {
    try (Connection connection = new Broker(config, settings).connect();
        Session session = connection.createSession(false, Session.CLIENT_ACKNOWLEDGE)) {
      if (start) {
        connection.start();
      }
      return work.on(session);
    }
  }

  /**
   * A receiver on a connection that is not started gets nothing, but needs the right to receive.
   */
  private static String consume(Session session, String queue) throws JMSException {
    try (MessageConsumer consumer = session.createConsumer(session.createQueue(queue))) {
      return queue + (consumer == null ? "?" : "");
    }
  }

  /** Messages in the queue, or -1 when there are too many to count. */
  private static long count(Session session, JmsSettings settings) throws JMSException {
    try (QueueBrowser browser = session.createBrowser(session.createQueue(settings.queue()))) {
      Enumeration<?> messages = browser.getEnumeration();
      long count = 0;
      while (count <= MOST_COUNTED && messages.hasMoreElements()) {
        messages.nextElement();
        count++;
      }
      return count > MOST_COUNTED ? -1 : count;
    }
  }

  private static List<RawRecord> browse(
      Session session, SourceConfig config, JmsSettings settings, int limit) throws JMSException {
    List<RawRecord> records = new ArrayList<>();
    try (QueueBrowser browser = session.createBrowser(session.createQueue(settings.queue()))) {
      Enumeration<?> messages = browser.getEnumeration();
      for (int number = 1; records.size() < limit && messages.hasMoreElements(); number++) {
        Message message = (Message) messages.nextElement();
        RawRecord piece = Piece.of(message, settings.queue(), number, settings.messageLimit());
        records.addAll(config.dialect().split(piece));
      }
    }
    return records.subList(0, Math.min(limit, records.size()));
  }
}
