/**
 * Finds out what two sides have sent and received by comparing sets, without asking for more than
 * differs. Pure: no storage, no clock.
 */
@org.jspecify.annotations.NullMarked
package licencehub.sharing.reconciliation;
