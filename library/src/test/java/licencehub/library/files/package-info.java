@org.jspecify.annotations.NullMarked
package licencehub.library.files;
