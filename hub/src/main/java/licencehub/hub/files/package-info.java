/**
 * Licence files as the hub takes them in, judges them and speaks about them. May not hold: HTTP,
 * the format of files, signatures.
 */
@NullMarked
package licencehub.hub.files;

import org.jspecify.annotations.NullMarked;
