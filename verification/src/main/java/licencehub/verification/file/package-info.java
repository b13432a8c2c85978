/**
 * What the engines for file formats share: bounds, reading from disk, digests, and what they hand
 * over. May hold: reading within limits. May not hold: formats, policies, wall clocks.
 */
@NullMarked
package licencehub.verification.file;

import org.jspecify.annotations.NullMarked;
