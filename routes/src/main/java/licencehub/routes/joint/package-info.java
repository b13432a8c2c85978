/**
 * Reads joint applications 联办件 from the library and lets the rules say how they stand. It writes
 * nothing: departments state everything about them themselves.
 */
@NullMarked
package licencehub.routes.joint;

import org.jspecify.annotations.NullMarked;
