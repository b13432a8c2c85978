/** What one of several hubs does at a time: reading a source, following the library. */
@NullMarked
package licencehub.routes.lease;

import org.jspecify.annotations.NullMarked;
