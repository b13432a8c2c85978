package licencehub.federation.exchange;

import licencehub.ledger.TlogProof;

/**
 * One step of a case, as a hub gives it to another.
 *
 * @param envelope DSSE around a CloudEvent whose id names the giver and the step's place in its
 *     ledger, signed by the giver
 * @param proof that the place holds the step
 */
public record Given(byte[] envelope, TlogProof proof) {}
