package licencehub.model.event;

import licencehub.model.code.CreditCode;

/** A department or an issuer 颁发机构, by credit code and name. */
public record Organisation(CreditCode code, String name) {}
