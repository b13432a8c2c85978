/** Whom a hub's region trusts with seals, told to its peers as a signed list that expires. */
@NullMarked
package licencehub.federation.anchors;

import org.jspecify.annotations.NullMarked;
