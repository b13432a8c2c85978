/**
 * Evidence, policy, verdict: judging signatures. May hold: cryptography, certificates, trust. May
 * not hold: wall clocks (time is an argument), storage, routes.
 */
@NullMarked
package licencehub.verification;

import org.jspecify.annotations.NullMarked;
