/** Hubs that reach each other over real connections. */
@NullMarked
package licencehub.hub.federation;

import org.jspecify.annotations.NullMarked;
