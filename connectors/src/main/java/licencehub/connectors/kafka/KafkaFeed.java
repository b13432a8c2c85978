package licencehub.connectors.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import licencehub.connectors.FeedMessage;
import licencehub.connectors.FeedPosition;
import licencehub.connectors.FeedSettings;
import licencehub.connectors.FeedSink;
import licencehub.connectors.kafka.PositionTopic.Kept;
import licencehub.model.Unavailable;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.jspecify.annotations.Nullable;

/**
 * Publishes by a transactional producer. The position is a record of the same transaction. The
 * servers let only the newest producer of a transactional id write; they shut out one whose
 * transaction took too long in the same way, so the position also says who took over last.
 */
final class KafkaFeed implements FeedSink {
  private final FeedSettings settings;
  private final FeedClients clients;
  private final PositionTopic positions;
  private final String self = UUID.randomUUID().toString();
  private @Nullable KafkaProducer<byte[], byte[]> producer;
  private final AtomicReference<@Nullable Exception> refused = new AtomicReference<>();
  private boolean begun;
  private boolean shutOut;

  KafkaFeed(FeedSettings settings) {
    this.settings = settings;
    this.clients = new FeedClients(settings);
    this.positions = new PositionTopic(clients);
  }

  private interface Work<T> {
    T run() throws ExecutionException, TimeoutException, InterruptedException;
  }

  @Override
  public boolean takeOver() {
    return guarded(
        () -> {
          close();
          new FeedTopics(clients).provide();
          KafkaProducer<byte[], byte[]> mine = clients.producer();
          producer = mine;
          mine.initTransactions();
          FeedPosition last = last().map(Kept::position).orElse(FeedPosition.NONE);
          try {
            mine.beginTransaction();
            sendOn(mine, positions.record(new Kept(last, self)));
            mine.commitTransaction();
            return true;
          } catch (ProducerFencedException | InvalidProducerEpochException e) {
            return isStillMine();
          }
        });
  }

  @Override
  public FeedPosition reached() {
    return guarded(() -> last().map(Kept::position).orElse(FeedPosition.NONE));
  }

  @Override
  public void send(FeedMessage message) {
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(message.topic(), message.key().getBytes(UTF_8), message.value());
    message.headers().forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
    put(record);
  }

  @Override
  public boolean commit(FeedPosition position) {
    put(positions.record(new Kept(position, self)));
    return guarded(
        () -> {
          if (!shutOut) {
            try {
              mine().commitTransaction();
              begun = false;
              return true;
            } catch (ProducerFencedException | InvalidProducerEpochException e) {
              shutOut = true;
            }
          }
          return isStillMine();
        });
  }

  @Override
  public void close() {
    KafkaProducer<byte[], byte[]> mine = producer;
    producer = null;
    begun = false;
    shutOut = false;
    if (mine != null) {
      mine.close(Duration.ZERO);
    }
    refused.set(null);
  }

  /** Waits until everything sent has arrived, committed or not. */
  void flush() {
    mine().flush();
  }

  private void put(ProducerRecord<byte[], byte[]> record) {
    guarded(
        () -> {
          if (!shutOut) {
            try {
              begin();
              sendOn(mine(), record);
            } catch (ProducerFencedException | InvalidProducerEpochException e) {
              shutOut = true;
            }
          }
          return shutOut;
        });
  }

  /** One that is not taken ends the transaction: each of the next would wait as long in vain. */
  @SuppressWarnings("FutureReturnValueIgnored") // the callback hears of it first
  private void sendOn(KafkaProducer<byte[], byte[]> on, ProducerRecord<byte[], byte[]> record) {
    on.send(record, (taken, e) -> refused.compareAndSet(null, e));
    Exception e = refused.get();
    if (e instanceof KafkaException known) {
      throw known;
    } else if (e != null) {
      throw new KafkaException(e);
    }
  }

  private void begin() {
    if (!begun) {
      mine().beginTransaction();
      begun = true;
    }
  }

  /**
   * Called when the servers shut this publisher out.
   *
   * @return false when another one took over
   * @throws Unavailable when none did: its transaction took too long and is gone
   */
  private boolean isStillMine() throws ExecutionException, TimeoutException, InterruptedException {
    boolean still = last().filter(it -> it.publisher().equals(self)).isPresent();
    close();
    if (still) {
      throw new Unavailable(
          "Kafka " + settings.servers(),
          "这批发布超时，已撤回并将重发 this took too long and was taken back; it is sent again");
    }
    return false;
  }

  private Optional<Kept> last() throws ExecutionException, TimeoutException, InterruptedException {
    return positions.newest();
  }

  private KafkaProducer<byte[], byte[]> mine() {
    KafkaProducer<byte[], byte[]> mine = producer;
    if (mine == null) {
      throw new IllegalStateException("take over first");
    }
    return mine;
  }

  private <T> T guarded(Work<T> work) {
    try {
      return work.run();
    } catch (ExecutionException | TimeoutException | KafkaException e) {
      close();
      throw KafkaTrouble.unavailable(settings.servers(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      close();
      throw KafkaTrouble.unavailable(settings.servers(), e);
    }
  }
}
