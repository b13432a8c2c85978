/**
 * Which holders a hub has licences of, told to its peers without naming one: what is published,
 * what is had of others, and how one becomes the other. Files are given to it; it reads no clock.
 */
@NullMarked
package licencehub.federation.filter;

import org.jspecify.annotations.NullMarked;
