@org.jspecify.annotations.NullMarked
package licencehub.library.lease;
