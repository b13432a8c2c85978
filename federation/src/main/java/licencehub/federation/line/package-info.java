/**
 * Connections to peers: TLS with certificates on both sides, and only the certificates of cards
 * count. May not hold: what is said over them.
 */
@NullMarked
package licencehub.federation.line;

import org.jspecify.annotations.NullMarked;
