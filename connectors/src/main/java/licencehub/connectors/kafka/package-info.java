/** Departments that write their records to Kafka topics. */
@NullMarked
package licencehub.connectors.kafka;

import org.jspecify.annotations.NullMarked;
