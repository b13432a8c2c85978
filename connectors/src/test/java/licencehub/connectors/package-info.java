/** What every connector and every dialect promises, and what the tests of both need. */
@NullMarked
package licencehub.connectors;

import org.jspecify.annotations.NullMarked;
