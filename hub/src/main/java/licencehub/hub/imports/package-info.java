/**
 * Brings published directories of licence types and items into the configuration: every row is
 * taken, or told with its fault; files change all together or not at all.
 */
@NullMarked
package licencehub.hub.imports;

import org.jspecify.annotations.NullMarked;
