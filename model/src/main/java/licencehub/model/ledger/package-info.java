/** What the ledger records, proves and hands out, without how a tree is grown or signed. */
@NullMarked
package licencehub.model.ledger;

import org.jspecify.annotations.NullMarked;
