/**
 * Who calls, and what they may do: roles, tokens, client certificates and the one table of
 * operations. May not hold: HTTP, storage, decisions about licences.
 */
@NullMarked
package licencehub.hub.access;

import org.jspecify.annotations.NullMarked;
