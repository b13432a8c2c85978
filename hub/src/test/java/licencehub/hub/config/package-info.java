@NullMarked
package licencehub.hub.config;

import org.jspecify.annotations.NullMarked;
