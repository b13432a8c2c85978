/** What tests of every room put before the servers they use. */
@org.jspecify.annotations.NullMarked
package licencehub.model.lines;
