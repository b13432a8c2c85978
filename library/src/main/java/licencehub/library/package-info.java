/**
 * The shared repository and licence library: what is kept and how it is found again. This package
 * is the door; engines live in sub-packages and are found by {@link java.util.ServiceLoader}. May
 * not hold: Camel, HTTP, rules about signatures.
 */
@NullMarked
package licencehub.library;

import org.jspecify.annotations.NullMarked;
