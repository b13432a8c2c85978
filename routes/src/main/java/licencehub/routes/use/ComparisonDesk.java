package licencehub.routes.use;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import licencehub.library.CaseRepository;
import licencehub.model.Unavailable;
import licencehub.model.code.CreditCode;
import licencehub.model.code.LicenceIdentifier;
import licencehub.model.code.LicenceTypeCode;
import licencehub.sharing.ChinaTime;
import licencehub.sharing.Licence;
import licencehub.sharing.comparison.Claims;
import licencehub.sharing.comparison.Comparison;
import licencehub.sharing.directory.Directory;
import licencehub.sharing.type.LicenceType;
import licencehub.sharing.use.Circumstances;
import licencehub.sharing.use.Denial;
import licencehub.sharing.use.UseRequest;
import licencehub.sharing.use.UseRules;
import org.jspecify.annotations.Nullable;

/** Compares claims with licences 证照比对 for whoever has a grant, and guesses left. */
public final class ComparisonDesk {
  private final Supplier<Directory> directory;
  private final LicenceLookup licences;
  private final CaseStandings cases;
  private final UseRules rules;
  private final Guesses guesses;

  public ComparisonDesk(
      CaseRepository cases,
      Supplier<Directory> directory,
      LicenceLookup licences,
      UseRules rules,
      Guesses guesses) {
    this.directory = directory;
    this.licences = licences;
    this.cases = new CaseStandings(cases);
    this.rules = rules;
    this.guesses = guesses;
  }

  /** Writes down that somebody compared; the next comparison of the licence waits for it. */
  public interface Log {
    CompletableFuture<Void> write(ComparisonAnswer answer);
  }

  /**
   * The answer, once it is in the access log.
   *
   * @throws licencehub.model.MalformedValue when a field is claimed under two of its names
   * @throws Unavailable when it could not be written down
   */
  public ComparisonAnswer compare(
      UseRequest request, LicenceIdentifier licence, Claims claims, Instant at, Log log) {
    return guesses.inTurn(
        request.organisation(),
        List.of(licence),
        () -> {
          ComparisonAnswer answer =
              mayCompare(request.organisation(), licence, at)
                  ? compared(request, licence, claims, at)
                  : new ComparisonAnswer.Exhausted(Guesses.next(at));
          return written(log, answer);
        });
  }

  private static ComparisonAnswer written(Log log, ComparisonAnswer answer) {
    try {
      log.write(answer).join();
      return answer;
    } catch (CompletionException e) {
      throw e.getCause() instanceof Unavailable it ? it : e;
    }
  }

  /** Whether the organisation has wrong guesses left about the licence on this day. */
  public boolean mayCompare(CreditCode organisation, LicenceIdentifier licence, Instant at) {
    return guesses.isOneLeft(organisation, licence, at);
  }

  /**
   * What is said about a licence of a type when none is known: what is against comparing with any,
   * or that there is none.
   */
  public Denial ofNone(UseRequest request, LicenceTypeCode type, Instant at) {
    return against(request, type, null, at).orElse(Denial.LICENCE_UNKNOWN);
  }

  private ComparisonAnswer compared(
      UseRequest request, LicenceIdentifier identifier, Claims claims, Instant at) {
    Licence licence = licences.find(identifier, at).orElse(null);
    Optional<Denial> denial = against(request, identifier.type(), licence, at);
    if (denial.isPresent() || licence == null) {
      return new ComparisonAnswer.Denied(denial.orElse(Denial.LICENCE_UNKNOWN));
    }
    LicenceType type = directory.get().type(identifier.type()).orElse(null);
    return new ComparisonAnswer.Compared(
        Comparison.of(licence, type, claims.eachOnce(type).fields(), ChinaTime.dayOf(at)));
  }

  private Optional<Denial> against(
      UseRequest request, LicenceTypeCode asked, @Nullable Licence licence, Instant at) {
    Directory known = directory.get();
    Circumstances circumstances =
        new Circumstances(
            asked,
            licence,
            known.type(asked).orElse(null),
            cases.of(request.caseNumber()),
            Map.of());
    return rules.againstComparing(request, circumstances, known.grants(request.organisation()), at);
  }
}
