/** Which required documents need not be submitted 免提交, and what a change of rules would change. */
@NullMarked
package licencehub.sharing.exemption;

import org.jspecify.annotations.NullMarked;
