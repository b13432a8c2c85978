/** The search index, against the real server. */
@org.jspecify.annotations.NullMarked
package licencehub.library.elasticsearch;
