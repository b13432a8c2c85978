/** What licences are found by when their identifier is not at hand; the same for every index. */
@NullMarked
package licencehub.library.index;

import org.jspecify.annotations.NullMarked;
