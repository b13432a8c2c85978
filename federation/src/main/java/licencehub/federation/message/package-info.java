/** Signed requests between hubs, and answers bound to them. */
@NullMarked
package licencehub.federation.message;

import org.jspecify.annotations.NullMarked;
