/**
 * Cases that go from hub to hub: which concern whom, how much of them is told, and how they stand
 * in messages. Pure; who asks whom, and what is filed, is the hub's part.
 */
@NullMarked
package licencehub.federation.exchange;

import org.jspecify.annotations.NullMarked;
