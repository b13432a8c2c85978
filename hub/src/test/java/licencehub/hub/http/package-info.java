@NullMarked
package licencehub.hub.http;

import org.jspecify.annotations.NullMarked;
