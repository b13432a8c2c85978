/** Licence types 证照类型: what a licence of each must look like (GB/T 36902, C0123 as practised). */
@NullMarked
package licencehub.sharing.type;

import org.jspecify.annotations.NullMarked;
