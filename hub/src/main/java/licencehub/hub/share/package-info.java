/**
 * The sharing services of GB/T 36906-2018 as practised: their requests, status codes and items, as
 * existing clients know them. Knows no HTTP and no rules of its own; what may be shown is decided
 * where it always is.
 */
@NullMarked
package licencehub.hub.share;

import org.jspecify.annotations.NullMarked;
