/**
 * Use copies 加注件: what a licence may show for one use, on a page with what it may be used for,
 * sealed by the hub. Here, because it needs the rules of sharing, the formats of verification and
 * the hub's own key, and no other room sees all three. May not hold: decisions about who may use
 * what, HTTP.
 */
@NullMarked
package licencehub.hub.copies;

import org.jspecify.annotations.NullMarked;
