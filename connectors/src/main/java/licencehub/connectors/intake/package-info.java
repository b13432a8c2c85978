/** What polling connectors share: counting records in and out, and backing off. */
@NullMarked
package licencehub.connectors.intake;

import org.jspecify.annotations.NullMarked;
