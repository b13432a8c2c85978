/**
 * What the hub does itself with licences: lets them be used, and calls uses back. The rules stand
 * in {@code sharing}; here they are given what is stored, and what comes of them is filed. Knows no
 * Camel and no HTTP.
 */
@NullMarked
package licencehub.routes.use;

import org.jspecify.annotations.NullMarked;
