package licencehub.sharing.exemption;

import licencehub.model.code.CaseNumber;

/** A case that was handled, with what was known when its documents were decided on. */
public record PastCase(CaseNumber number, Enquiry enquiry) {}
