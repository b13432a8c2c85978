/**
 * Pages of OFD files as pictures (GB/T 33190), within bounds, with what could not be drawn said.
 * Made for a process of its own. May not hold: signatures, trust, processes.
 */
@NullMarked
package licencehub.verification.drawing;

import org.jspecify.annotations.NullMarked;
