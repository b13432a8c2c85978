/** Identifiers and codes that cannot be wrong: each checks its form and its check character. */
@NullMarked
package licencehub.model.code;

import org.jspecify.annotations.NullMarked;
