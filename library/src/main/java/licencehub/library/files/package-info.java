/** Keeps licence files in folders of the embedded hub's disk. */
@NullMarked
package licencehub.library.files;

import org.jspecify.annotations.NullMarked;
