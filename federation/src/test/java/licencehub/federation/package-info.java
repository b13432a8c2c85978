@NullMarked
package licencehub.federation;

import org.jspecify.annotations.NullMarked;
