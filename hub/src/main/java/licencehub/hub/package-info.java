/**
 * The programme: main, wiring, HTTP edge, roles, health. An {@code if} about a licence here is
 * misplaced.
 */
@NullMarked
package licencehub.hub;

import org.jspecify.annotations.NullMarked;
