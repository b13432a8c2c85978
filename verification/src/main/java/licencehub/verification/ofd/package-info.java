/**
 * OFD packages (GB/T 33190) with electronic seals (GB/T 38540, GM/T 0031) and plain signatures. May
 * hold: packaging, XML and seal structures, read and written. May not hold: policies, trust, PDF.
 */
@NullMarked
package licencehub.verification.ofd;

import org.jspecify.annotations.NullMarked;
