package licencehub.connectors.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import licencehub.connectors.Batch;
import licencehub.connectors.BatchSource;
import licencehub.connectors.RawRecord;
import licencehub.connectors.SourceConfig;
import licencehub.connectors.intake.Intake;
import licencehub.connectors.kafka.Tally.Message;
import licencehub.model.submission.Outcome;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads topics as a member of a group and commits behind what is settled. While records wait that
 * were given back, the partitions are paused, but the group still hears from this member.
 */
final class KafkaSource implements BatchSource {
  private static final Logger LOG = LoggerFactory.getLogger(KafkaSource.class);

  private final SourceConfig config;
  private final KafkaSettings settings;
  private final KafkaAccess access;
  private final Intake<Message> intake = new Intake<>();
  private final Tally tally = new Tally();
  private volatile boolean closed;
  private volatile @Nullable KafkaConsumer<byte[], byte[]> consumer;

  KafkaSource(SourceConfig config, KafkaSettings settings) {
    this.config = config;
    this.settings = settings;
    this.access = new KafkaAccess(settings, config.home());
  }

  @Override
  public synchronized Batch poll(int limit, Duration patience) {
    if (closed) {
      return Batch.empty();
    }
    try {
      KafkaConsumer<byte[], byte[]> member = member();
      commit(member);
      fetch(member, patience);
      return intake.take(limit);
    } catch (WakeupException e) {
      return Batch.empty();
    } catch (KafkaException e) {
      leave();
      throw KafkaAccess.unavailable(settings, e);
    }
  }

  @Override
  public synchronized void settle(Batch batch, List<Outcome> outcomes) {
    intake.settle(batch, outcomes).forEach(it -> tally.settle(it.piece()));
    KafkaConsumer<byte[], byte[]> member = consumer;
    if (member == null) {
      return;
    }
    try {
      commit(member);
    } catch (KafkaException e) {
      LOG.warn("{}: settled but not committed yet, tried again: {}", config.id(), e.toString());
    }
  }

  @Override
  public synchronized void giveBack(Batch batch) {
    intake.giveBack(batch);
  }

  @Override
  public void close() {
    closed = true;
    KafkaConsumer<byte[], byte[]> member = consumer;
    if (member != null) {
      member.wakeup();
    }
    leaveLocked();
  }

  private synchronized void leaveLocked() {
    leave();
  }

  private void fetch(KafkaConsumer<byte[], byte[]> member, Duration patience) {
    boolean full = intake.waiting() > 0;
    if (full) {
      member.pause(member.assignment());
    }
    for (ConsumerRecord<byte[], byte[]> it : member.poll(full ? Duration.ZERO : patience)) {
      List<RawRecord> records = Messages.records(it, config.dialect());
      Message message = tally.add(it, records.size());
      records.forEach(record -> intake.add(message, record));
    }
    if (full) {
      member.resume(member.assignment());
    }
    if (intake.waiting() == 0) {
      // A client that gets no answer only says "no messages": ask something that must be answered.
      TopicPartition any = new TopicPartition(settings.topics().getFirst(), 0);
      member.endOffsets(Set.of(any), settings.timeout());
    }
  }

  /** Commits what is due; positions of partitions that were lost meanwhile are not ours to keep. */
  private void commit(KafkaConsumer<byte[], byte[]> member) {
    var due = tally.due();
    if (due.isEmpty()) {
      return;
    }
    try {
      member.commitSync(due, settings.timeout());
      tally.committed();
    } catch (CommitFailedException e) {
      LOG.info("{}: partitions went to another member; what it repeats is harmless", config.id());
      tally.committed();
    } catch (RebalanceInProgressException e) {
      LOG.debug("{}: committed after the rebalance", config.id());
    }
  }

  private KafkaConsumer<byte[], byte[]> member() {
    KafkaConsumer<byte[], byte[]> member = consumer;
    if (member == null) {
      member = access.member();
      member.subscribe(settings.topics(), new Lost());
      consumer = member;
    }
    return member;
  }

  /** Leaves the group without committing: whatever is not settled comes again. */
  private void leave() {
    KafkaConsumer<byte[], byte[]> member = consumer;
    consumer = null;
    tally.forgetAll();
    intake.forget(it -> true);
    if (member != null) {
      try {
        member.close(CloseOptions.timeout(Duration.ofSeconds(2)));
      } catch (KafkaException e) {
        LOG.debug("{}: leaving", config.id(), e);
      }
    }
  }

  /** Forgets partitions that are read by another member from now on. */
  private final class Lost implements ConsumerRebalanceListener {
    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      KafkaConsumer<byte[], byte[]> member = consumer;
      if (member != null) {
        commit(member);
      }
      onPartitionsLost(partitions);
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
      tally.forget(partitions);
      intake.forget(it -> partitions.contains(it.partition()));
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      LOG.info("{}: reads {}", config.id(), partitions);
    }
  }
}
