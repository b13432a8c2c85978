/** Sends spans to a collector, where {@code hub.yaml} names one. */
@org.jspecify.annotations.NullMarked
package licencehub.hub.trace;
