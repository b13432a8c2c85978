@NullMarked
package licencehub.hub.cli;

import org.jspecify.annotations.NullMarked;
