/**
 * The rules of sharing licences. May hold: values checked in their constructors and pure functions
 * over them; every package below is open, as in {@code model}. May not hold: input, output, clocks,
 * chance, or the reading of files. This package holds the words all of them share.
 */
@NullMarked
package licencehub.sharing;

import org.jspecify.annotations.NullMarked;
