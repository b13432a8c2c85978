/**
 * Where the library's keys come from: files in the data folder, or a command that asks a key
 * service. May not hold: what the keys are used for.
 */
@NullMarked
package licencehub.hub.keys;

import org.jspecify.annotations.NullMarked;
