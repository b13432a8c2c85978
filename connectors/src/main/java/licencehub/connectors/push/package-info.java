/** Departments that push over HTTP: the hub's own edge hands their records over. */
@NullMarked
package licencehub.connectors.push;

import org.jspecify.annotations.NullMarked;
