@NullMarked
package licencehub.hub.imports;

import org.jspecify.annotations.NullMarked;
