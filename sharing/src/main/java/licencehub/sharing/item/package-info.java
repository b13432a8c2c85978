/** Items 事项 and the documents an applicant must show for them, as reference data (GB/T 39554). */
@NullMarked
package licencehub.sharing.item;

import org.jspecify.annotations.NullMarked;
