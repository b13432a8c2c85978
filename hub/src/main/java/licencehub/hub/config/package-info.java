/**
 * What an operator writes down, read whole or refused whole: {@code hub.yaml} and one file for each
 * department. May not hold: wiring, start-up, network.
 */
@NullMarked
package licencehub.hub.config;

import org.jspecify.annotations.NullMarked;
