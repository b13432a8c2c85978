/**
 * What the rows of front-end databases 前置库 mean: a mapping document for each dialect (YAML beside
 * these classes) says which columns become which fields of a canonical document, and one engine
 * reads them all. A department file may override any part of a mapping, so that an operator repairs
 * it and replays the quarantine. May not hold: reaching a database (that is the connector's).
 */
@NullMarked
package licencehub.connectors.tables;

import org.jspecify.annotations.NullMarked;
