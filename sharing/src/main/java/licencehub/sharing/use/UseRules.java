package licencehub.sharing.use;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import licencehub.sharing.use.UseDecision.Allowed;
import licencehub.sharing.use.UseDecision.Denied;

/**
 * Decides whether a licence may be used. What a caller has no grant for he learns nothing about:
 * the grant is looked at first, then case and consent, then the licence, then the quota.
 *
 * @param life how long a use code counts, if nothing ends it sooner
 */
public record UseRules(Duration life) {
  /**
   * Allowed by the grant that covers most of the fields asked for, the first by id among equals. If
   * no grant will do, the denial of the one that came furthest.
   *
   * @param grants of any organisation; those of others are left aside
   */
  public UseDecision decide(
      UseRequest request, Circumstances circumstances, List<Grant> grants, Instant asOf) {
    Allowed best = null;
    Denial furthest = Denial.NO_GRANT;
    for (Trial trial : trials(request, circumstances, grants, asOf)) {
      Optional<Denial> denial = trial.denial();
      if (denial.isPresent()) {
        furthest = denial.get().compareTo(furthest) > 0 ? denial.get() : furthest;
      } else if (best == null || trial.fields().size() > best.fields().size()) {
        best = new Allowed(trial.grant(), trial.fields(), expires(trial));
      }
    }
    return best == null ? new Denied(furthest) : best;
  }

  /**
   * What is against holding claims against a licence 证照比对; empty when nothing is. It needs a grant
   * as a use does, so that nothing is learnt without one.
   *
   * @param grants of any organisation; those of others are left aside
   */
  public Optional<Denial> againstComparing(
      UseRequest request, Circumstances circumstances, List<Grant> grants, Instant asOf) {
    Denial furthest = Denial.NO_GRANT;
    for (Trial trial : trials(request, circumstances, grants, asOf)) {
      Optional<Denial> denial = trial.comparisonDenial();
      if (denial.isEmpty()) {
        return denial;
      }
      furthest = denial.get().compareTo(furthest) > 0 ? denial.get() : furthest;
    }
    return Optional.of(furthest);
  }

  private static List<Trial> trials(
      UseRequest request, Circumstances circumstances, List<Grant> grants, Instant asOf) {
    return grants.stream()
        .filter(it -> it.organisation().equals(request.organisation()))
        .sorted(Comparator.comparing(Grant::id))
        .map(it -> new Trial(request, circumstances, it, asOf))
        .toList();
  }

  private Instant expires(Trial trial) {
    Instant consent =
        switch (trial.request().basis()) {
          case Basis.ByFunction it -> null;
          case Basis.HolderConsent it -> it.until();
          case Basis.Entrusted it -> it.until();
        };
    return Stream.of(trial.asOf().plus(life), trial.grant().end(), consent)
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }
}
