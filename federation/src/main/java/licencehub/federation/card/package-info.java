/** Cards as files: how a hub hands itself to another, and how that one reads it. */
@NullMarked
package licencehub.federation.card;

import org.jspecify.annotations.NullMarked;
