package licencehub.routes.use;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import licencehub.library.Library;
import licencehub.library.MeteredUse;
import licencehub.library.UseNumber;
import licencehub.library.UseOutcome;
import licencehub.library.Uses;
import licencehub.model.Unavailable;
import licencehub.model.code.LicenceIdentifier;
import licencehub.model.code.UseCode;
import licencehub.sharing.ChinaTime;
import licencehub.sharing.directory.Directory;
import licencehub.sharing.use.CaseStanding;
import licencehub.sharing.use.Circumstances;
import licencehub.sharing.use.Grant;
import licencehub.sharing.use.Use;
import licencehub.sharing.use.UseDecision.Allowed;
import licencehub.sharing.use.UseDecision.Denied;
import licencehub.sharing.use.UseRequest;
import licencehub.sharing.use.UseRules;
import org.jspecify.annotations.Nullable;

/**
 * Lets licences be used: asks the rules, and records what they allow. A use is recorded only while
 * its grant has room and nothing new was filed about its licence; else the rules are asked again.
 */
public final class UseDesk {
  private static final int ATTEMPTS = 5;
  private static final String WHERE = "licence library";

  private final Library library;
  private final Supplier<Directory> directory;
  private final LicenceLookup licences;
  private final CaseStandings cases;
  private final UseRules rules;
  private final OwnEvents events;
  private final RandomGenerator random;
  private final UseRepeats repeats;

  /**
   * @param random nobody can predict it
   */
  public UseDesk(
      Library library,
      Supplier<Directory> directory,
      LicenceLookup licences,
      UseRules rules,
      OwnEvents events,
      RandomGenerator random) {
    this.library = library;
    this.directory = directory;
    this.licences = licences;
    this.cases = new CaseStandings(library.cases());
    this.rules = rules;
    this.events = events;
    this.random = random;
    this.repeats = new UseRepeats(library, events);
  }

  /**
   * An answer for each licence, in order; each that is authorised is on disk.
   *
   * @param wanted each licence once
   * @throws Unavailable when the library does not write now, or the licences keep changing
   */
  public List<UseAnswer> authorise(UseRequest request, List<LicenceIdentifier> wanted, Instant at) {
    return authorise(request, wanted, at, null)
        .orElseThrow(() -> new IllegalStateException("no number was used before"));
  }

  /**
   * As {@link #authorise(UseRequest, List, Instant)}, for a request with a number of the caller's
   * own: what was authorised under it is answered again, what was denied is decided anew.
   *
   * @param number null where the request has none
   * @return empty when the number was used for another request: nothing was done
   */
  public Optional<List<UseAnswer>> authorise(
      UseRequest request, List<LicenceIdentifier> wanted, Instant at, @Nullable UseNumber number) {
    Map<LicenceIdentifier, UseAnswer> answers = new HashMap<>();
    List<LicenceIdentifier> open = wanted;
    for (int attempt = 0; attempt < ATTEMPTS && !open.isEmpty(); attempt++) {
      if (number != null) {
        Optional<List<UseAnswer>> before = repeats.answered(number);
        if (before.isEmpty()) {
          return before;
        }
        before.get().forEach(it -> answers.put(it.licence(), it));
      }
      List<LicenceIdentifier> left = left(wanted, answers);
      attempt(request, left, at, number).forEach(it -> answers.put(it.licence(), it));
      open = left(wanted, answers);
    }
    if (!open.isEmpty()) {
      throw new Unavailable(WHERE, "licences keep changing while they are used");
    }
    return Optional.of(wanted.stream().map(it -> Objects.requireNonNull(answers.get(it))).toList());
  }

  private static List<LicenceIdentifier> left(
      List<LicenceIdentifier> wanted, Map<LicenceIdentifier, UseAnswer> answers) {
    return wanted.stream().filter(it -> !answers.containsKey(it)).toList();
  }

  /** A use that is allowed, and its record. */
  private record Planned(Use use, MeteredUse record) {}

  /** An answer for each licence, but for those that have to be decided again. */
  private List<UseAnswer> attempt(
      UseRequest request, List<LicenceIdentifier> open, Instant at, @Nullable UseNumber number) {
    // Read first: what is filed after this moment may not be known to what is decided below.
    long head = library.outbox().head();
    Directory known = directory.get();
    List<Grant> grants = known.grants(request.organisation());
    Map<String, Circumstances.Tally> used = used(grants, at);
    CaseStanding standing = cases.of(request.caseNumber());
    List<UseAnswer> answers = new ArrayList<>();
    List<Planned> planned = new ArrayList<>();
    for (LicenceIdentifier each : open) {
      Circumstances circumstances =
          new Circumstances(
              each.type(),
              licences.find(each, at).orElse(null),
              known.type(each.type()).orElse(null),
              standing,
              used);
      switch (rules.decide(request, circumstances, grants, at)) {
        case Denied it -> answers.add(new UseAnswer.Denied(each, it.denial()));
        case Allowed it -> planned.add(planned(request, each, it, at, head));
      }
    }
    answers.addAll(recorded(planned, number));
    return answers;
  }

  private Planned planned(
      UseRequest request, LicenceIdentifier licence, Allowed allowed, Instant at, long head) {
    byte[] secret = new byte[UseCode.RANDOM_BYTES];
    random.nextBytes(secret);
    Use use = Use.of(request, licence, allowed, secret, at);
    Grant.Quota quota = allowed.grant().quota();
    return new Planned(
        use, new MeteredUse(events.authorised(request, use), quota.perDay(), quota.inAll(), head));
  }

  private List<UseAnswer> recorded(List<Planned> planned, @Nullable UseNumber number) {
    List<UseOutcome> outcomes =
        written(planned.stream().map(it -> it.record().in(number)).toList());
    List<UseAnswer> answers = new ArrayList<>();
    for (int i = 0; i < planned.size(); i++) {
      switch (outcomes.get(i)) {
        case UseOutcome.Recorded it ->
            answers.add(new UseAnswer.Authorised(planned.get(i).use(), it.receipt()));
        case UseOutcome.Exhausted it -> {}
        case UseOutcome.Overtaken it -> {}
        case UseOutcome.Unwritten it ->
            throw new Unavailable(WHERE, "a use could not be written down");
      }
    }
    return answers;
  }

  private List<UseOutcome> written(List<MeteredUse> uses) {
    try {
      return library.journal().use(uses).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof Unavailable it ? it : e;
    }
  }

  private Map<String, Circumstances.Tally> used(List<Grant> grants, Instant at) {
    Map<String, Circumstances.Tally> used = new HashMap<>();
    for (Grant each : grants) {
      Uses.Tally tally = library.uses().tally(each.id(), ChinaTime.dayOf(at));
      used.put(each.id(), new Circumstances.Tally(tally.onDay(), tally.inAll()));
    }
    return used;
  }
}
