/**
 * The three forms of signed envelope as their standards write them. May hold: reading and writing
 * bytes within bounds. May not hold: trust, or any belief in what was read.
 */
@NullMarked
package licencehub.verification.envelope;

import org.jspecify.annotations.NullMarked;
