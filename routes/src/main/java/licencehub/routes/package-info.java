/**
 * The journeys of a submission through the hub, one RouteBuilder each. May hold: order, retry, the
 * one error configuration. May not hold: parsing, cryptography, queries.
 */
@NullMarked
package licencehub.routes;

import org.jspecify.annotations.NullMarked;
