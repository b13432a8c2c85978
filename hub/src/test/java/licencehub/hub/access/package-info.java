@NullMarked
package licencehub.hub.access;

import org.jspecify.annotations.NullMarked;
