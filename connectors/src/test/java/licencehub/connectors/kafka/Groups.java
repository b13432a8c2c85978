package licencehub.connectors.kafka;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;

/** What a Kafka node remembers of its consumer groups. */
final class Groups {
  private Groups() {}

  /** Offset by partition. */
  static Map<String, Long> committed(Admin admin, String group) {
    Map<String, Long> committed = new TreeMap<>();
    get(admin
            .listConsumerGroupOffsets(group)
            .partitionsToOffsetAndMetadata()
            .toCompletionStage()
            .toCompletableFuture())
        .forEach((partition, it) -> committed.put(partition.toString(), it.offset()));
    return committed;
  }

  static <T> T get(Future<T> future) {
    try {
      return future.get();
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
