/** The demo as a test: everything real, on loopback. */
@NullMarked
package licencehub.demo;

import org.jspecify.annotations.NullMarked;
