@NullMarked
package licencehub.hub.keys;

import org.jspecify.annotations.NullMarked;
