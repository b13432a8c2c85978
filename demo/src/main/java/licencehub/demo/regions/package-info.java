/** Hubs of several regions and levels that answer as one, each a process of its own. */
@NullMarked
package licencehub.demo.regions;

import org.jspecify.annotations.NullMarked;
