package licencehub.connectors.kafka;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param propertiesFile client properties for encryption and login, relative to the configuration
 * @param startAt where a group without a position starts: earliest or latest
 * @param timeout for each request
 */
record KafkaSettings(
    String bootstrapServers,
    List<String> topics,
    String group,
    String startAt,
    @Nullable String propertiesFile,
    int maxPollRecords,
    Duration timeout) {}
