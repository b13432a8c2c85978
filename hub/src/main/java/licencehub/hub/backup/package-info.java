/** Copies of the library that a hub can go on from, and what proves them whole. */
@org.jspecify.annotations.NullMarked
package licencehub.hub.backup;
