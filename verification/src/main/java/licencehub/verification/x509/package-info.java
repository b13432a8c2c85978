/**
 * Certificates, paths and revocation lists. May hold: parsing, checking and caching of X.509. May
 * not hold: policies, envelopes, wall clocks.
 */
@NullMarked
package licencehub.verification.x509;

import org.jspecify.annotations.NullMarked;
