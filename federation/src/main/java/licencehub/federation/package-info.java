/** Other hubs: who they are, what is asked of which, and what of their answers is believed. */
@NullMarked
package licencehub.federation;

import org.jspecify.annotations.NullMarked;
