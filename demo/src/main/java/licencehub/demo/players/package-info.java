/**
 * The departments at work: each sends its cases its own way, spoils a share of them on purpose, and
 * keeps a ledger of what it sent and what must become of it.
 */
@NullMarked
package licencehub.demo.players;

import org.jspecify.annotations.NullMarked;
