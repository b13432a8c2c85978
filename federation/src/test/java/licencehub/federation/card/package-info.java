/** Cards written, read, altered and forged. */
@NullMarked
package licencehub.federation.card;

import org.jspecify.annotations.NullMarked;
