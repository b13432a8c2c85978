/**
 * Departments that put their submissions on a queue, over AMQP 1.0 or Artemis' own protocol. Each
 * message is one piece; its outcome goes to the message's reply address in the same transaction.
 */
@NullMarked
package licencehub.connectors.jms;

import org.jspecify.annotations.NullMarked;
