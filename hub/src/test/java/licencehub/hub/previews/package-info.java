/** Tests of pictures made in processes of their own. */
@NullMarked
package licencehub.hub.previews;

import org.jspecify.annotations.NullMarked;
