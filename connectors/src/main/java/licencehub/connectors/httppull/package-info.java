/** Departments that offer their records page by page over HTTP. */
@NullMarked
package licencehub.connectors.httppull;

import org.jspecify.annotations.NullMarked;
