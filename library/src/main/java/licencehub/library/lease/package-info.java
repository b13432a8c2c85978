/** Which of several hubs does what: the parts of leases that do not depend on an engine. */
@NullMarked
package licencehub.library.lease;

import org.jspecify.annotations.NullMarked;
