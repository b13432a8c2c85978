/**
 * What follows a decision: scans to be checked later, licences reported missing or wrong, and uses
 * that relied on a licence which turned out bad.
 */
@NullMarked
package licencehub.sharing.followup;

import org.jspecify.annotations.NullMarked;
