package licencehub.sharing.exemption;

import java.time.Instant;
import java.util.List;
import licencehub.sharing.Licence;
import licencehub.sharing.item.Parties;

/**
 * Everything an exemption is decided by, besides the item's guide.
 *
 * @param licences whatever was found; those that no party holds are left aside
 * @param silent who was asked and did not answer
 * @param asOf the moment the question is about
 */
public record Enquiry(Parties parties, List<Licence> licences, List<Silence> silent, Instant asOf) {
  public Enquiry {
    licences = List.copyOf(licences);
    silent = List.copyOf(silent);
  }

  /** The same question about other licences. */
  Enquiry with(List<Licence> others) {
    return new Enquiry(parties, others, silent, asOf);
  }
}
