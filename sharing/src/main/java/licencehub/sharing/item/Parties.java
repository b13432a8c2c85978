package licencehub.sharing.item;

import java.util.Map;
import java.util.Optional;
import licencehub.model.event.Holder;

/** The people and organisations of one case, as far as they are known. */
public record Parties(Map<Party, Holder> known) {
  public Parties {
    known = Map.copyOf(known);
  }

  /** A case of which only the applicant is known. */
  public static Parties applicant(Holder applicant) {
    return new Parties(Map.of(Party.APPLICANT, applicant));
  }

  public Optional<Holder> find(Party party) {
    return Optional.ofNullable(known.get(party));
  }
}
