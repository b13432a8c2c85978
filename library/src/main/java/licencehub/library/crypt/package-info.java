/**
 * How what is stored is encrypted, the same for every engine: AES-256-GCM of the Java platform. May
 * not hold: tables, files, where keys come from.
 */
@NullMarked
package licencehub.library.crypt;

import org.jspecify.annotations.NullMarked;
