/** The embedded Artemis broker departments push to over AMQP and JMS. */
@NullMarked
package licencehub.hub.broker;

import org.jspecify.annotations.NullMarked;
