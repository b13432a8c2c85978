/** Kafka both ways: departments that write their records to topics, and topics the feed goes to. */
@NullMarked
package licencehub.connectors.kafka;

import org.jspecify.annotations.NullMarked;
