/** Writes a case the way departments' front-end tables 前置库表 hold it. */
@NullMarked
package licencehub.demo.tables;

import org.jspecify.annotations.NullMarked;
