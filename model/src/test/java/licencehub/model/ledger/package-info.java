@NullMarked
package licencehub.model.ledger;

import org.jspecify.annotations.NullMarked;
