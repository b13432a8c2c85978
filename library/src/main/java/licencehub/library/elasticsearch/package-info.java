/**
 * Search through Elasticsearch, by keyed words: nothing that names a person leaves the hub. May not
 * hold: anything that is not made again from the repository.
 */
@NullMarked
package licencehub.library.elasticsearch;

import org.jspecify.annotations.NullMarked;
