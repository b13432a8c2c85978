/** What becomes of what a department sends. */
@NullMarked
package licencehub.model.submission;

import org.jspecify.annotations.NullMarked;
