@org.jspecify.annotations.NullMarked
package licencehub.hub.files;
