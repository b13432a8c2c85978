/** Measures the hub against the machine it stands on: every figure is a ratio within one run. */
@NullMarked
package licencehub.bench;

import org.jspecify.annotations.NullMarked;
