@org.jspecify.annotations.NullMarked
package licencehub.routes.lease;
