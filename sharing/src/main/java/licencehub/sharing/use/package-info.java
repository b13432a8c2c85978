/** The use of licences 用证: on what basis, by which grant, which fields, and until when. */
@NullMarked
package licencehub.sharing.use;

import org.jspecify.annotations.NullMarked;
