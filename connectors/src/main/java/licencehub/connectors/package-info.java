/**
 * How to reach a departmental system ({@link licencehub.connectors.Connector}) and what its bytes
 * mean ({@link licencehub.connectors.Dialect}); one sub-package for each kind. May not hold:
 * storage, verification, Camel.
 */
@NullMarked
package licencehub.connectors;

import org.jspecify.annotations.NullMarked;
