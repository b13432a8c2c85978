@org.jspecify.annotations.NullMarked
package licencehub.hub.copies;
