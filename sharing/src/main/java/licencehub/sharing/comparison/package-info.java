/** Comparing what somebody claims with what a licence says 证照比对, without telling what it says. */
@NullMarked
package licencehub.sharing.comparison;

import org.jspecify.annotations.NullMarked;
