package licencehub.connectors.kafka;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Counts messages out and back, partition by partition: only what lies before the first unsettled
 * message may be committed.
 */
final class Tally {
  private final Map<TopicPartition, Deque<Message>> open = new HashMap<>();
  private final Map<TopicPartition, OffsetAndMetadata> due = new HashMap<>();

  /** A message and how many of its records are not settled. */
  static final class Message {
    private final TopicPartition partition;
    private final long offset;
    private int records;

    private Message(TopicPartition partition, long offset, int records) {
      this.partition = partition;
      this.offset = offset;
      this.records = records;
    }

    TopicPartition partition() {
      return partition;
    }
  }

  Message add(ConsumerRecord<?, ?> message, int records) {
    TopicPartition partition = new TopicPartition(message.topic(), message.partition());
    Message added = new Message(partition, message.offset(), records);
    open.computeIfAbsent(partition, it -> new ArrayDeque<>()).addLast(added);
    advance(partition);
    return added;
  }

  void settle(Message message) {
    message.records--;
    advance(message.partition);
  }

  /** Positions to commit; they stay due until {@link #committed}. */
  Map<TopicPartition, OffsetAndMetadata> due() {
    return Map.copyOf(due);
  }

  void committed() {
    due.clear();
  }

  /** Forgets everything. */
  void forgetAll() {
    open.clear();
    due.clear();
  }

  /** Somebody else reads these partitions now. */
  void forget(Collection<TopicPartition> partitions) {
    open.keySet().removeAll(partitions);
    due.keySet().removeAll(partitions);
  }

  private void advance(TopicPartition partition) {
    Deque<Message> messages = open.get(partition);
    while (messages != null && !messages.isEmpty() && messages.getFirst().records <= 0) {
      due.put(partition, new OffsetAndMetadata(messages.removeFirst().offset + 1));
    }
  }
}
