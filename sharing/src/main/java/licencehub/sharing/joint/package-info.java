/**
 * Joint applications 联办件: what the statements of several departments about one application add up
 * to. Pure functions; the order in which anything arrived decides nothing.
 */
@NullMarked
package licencehub.sharing.joint;

import org.jspecify.annotations.NullMarked;
