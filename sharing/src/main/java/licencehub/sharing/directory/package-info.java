/** All reference data of sharing together, and what in it contradicts itself. */
@NullMarked
package licencehub.sharing.directory;

import org.jspecify.annotations.NullMarked;
