/**
 * The world outside, played: departments that are real endpoints, with their own certificates and
 * their own ledgers. Nothing in the hub depends on it.
 */
@NullMarked
package licencehub.demo;

import org.jspecify.annotations.NullMarked;
