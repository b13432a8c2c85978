/**
 * This hub among others: who it is to them, what they may know of it, what it has seen of theirs.
 */
@NullMarked
package licencehub.hub.federation;

import org.jspecify.annotations.NullMarked;
