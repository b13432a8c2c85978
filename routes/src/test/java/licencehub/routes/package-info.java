/** The journeys' plain parts; the journeys themselves are tested end to end above. */
@NullMarked
package licencehub.routes;

import org.jspecify.annotations.NullMarked;
