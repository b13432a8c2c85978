/**
 * Pages of licence files as pictures, made in processes of their own: a file that harms its reader
 * harms one of those. May not hold: HTTP, the format of files.
 */
@NullMarked
package licencehub.hub.previews;

import org.jspecify.annotations.NullMarked;
