/** The hub's own form: signed envelopes of CloudEvents, one a piece or one a line. */
@NullMarked
package licencehub.connectors.nativeform;

import org.jspecify.annotations.NullMarked;
