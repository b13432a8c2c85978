package licencehub.hub.http;

import java.util.EnumMap;
import java.util.Map;
import licencehub.hub.access.Operation;
import licencehub.ledger.Proofs;
import licencehub.library.Library;
import licencehub.routes.followup.FeedbackDesk;
import licencehub.routes.followup.FeedbackEvents;
import licencehub.routes.followup.ScanDesk;
import licencehub.routes.followup.ScanEvents;
import licencehub.routes.use.ComparisonDesk;
import licencehub.routes.use.OwnEvents;
import licencehub.routes.use.UseDesk;
import licencehub.routes.use.UseLooks;

/** What is asked at a counter: look-ups, uses, exemptions, checks, follow-ups. */
final class CounterEndpoints {
  private final Map<Operation, Endpoint> all = new EnumMap<>(Operation.class);

  private CounterEndpoints() {}

  static Map<Operation, Endpoint> of(EdgeServices services, RateLimits limits) {
    CounterEndpoints endpoints = new CounterEndpoints();
    endpoints.lookUps(services, limits);
    return endpoints.all;
  }

  private void lookUps(EdgeServices services, RateLimits limits) {
    Library library = services.library();
    AccessRecords accesses = new AccessRecords(library.journal());
    LicenceJson writer = new LicenceJson(library.ledger(), new Proofs(library.ledger()));
    LicenceEndpoints licences =
        new LicenceEndpoints(library.licences(), library.search(), accesses, writer);
    all.put(Operation.SEARCH_LICENCES, licences::search);
    all.put(Operation.LICENCE_HISTORY, licences::history);
    SharedLicences shared =
        new SharedLicences(library.licences(), library.search(), services.hub());
    uses(services, shared, accesses, limits);
    followUps(services, shared, accesses);
    verifications(services, shared, accesses, limits);
    all.put(
        Operation.SEARCH_ACCESSES,
        new AccessSearches(library.accesses(), library.uses(), shared, accesses, services.holders())
            ::search);
    all.put(Operation.FIND_CASE, new CaseEndpoints(library.cases(), accesses, limits)::find);
  }

  private void share(
      EdgeServices services,
      SharedLicences shared,
      AccessRecords accesses,
      RateLimits limits,
      ShareUses uses,
      UseCopies copies) {
    KnownLicences known =
        new KnownLicences(services.library().search(), shared, services.directory());
    ShareEndpoints share =
        new ShareEndpoints(
            new ShareDoor(services.tokens(), services.shareClients(), limits),
            new ShareQueries(
                services.library().search(), shared, services.directory(), accesses, uses),
            new ShareChecks(known, comparisons(services, shared, accesses)),
            new ShareFiles(services.files(), known, accesses, uses, copies),
            services.files().scratch(),
            limits);
    all.put(Operation.SHARE_SEARCH, share::queryCert);
    all.put(Operation.SHARE_FIELDS, share::queryCertInfo);
    all.put(Operation.SHARE_COPY, share::downloadFile);
    all.put(Operation.SHARE_COMPARE, share::verifyCertInfo);
    all.put(Operation.SHARE_VERIFY, share::verifyFile);
  }

  private void uses(
      EdgeServices services, SharedLicences licences, AccessRecords accesses, RateLimits limits) {
    Library library = services.library();
    UseServices uses = services.uses();
    UseDesk desk =
        new UseDesk(
            library, services.directory(), licences, uses.rules(), uses.events(), uses.random());
    UseLooks looks = new UseLooks(library.uses(), services.directory(), licences, uses.events());
    UseCopies copies = new UseCopies(services.files().copies(), uses.hubName());
    all.put(
        Operation.AUTHORISE_USES, new Authorisations(desk, accesses, uses.numbers())::authorise);
    UseEndpoints endpoints = new UseEndpoints(looks, copies, accesses);
    all.put(Operation.FIND_USE, endpoints::find);
    all.put(Operation.REVEAL_USE, endpoints::reveal);
    all.put(Operation.COPY_USE, endpoints::copy);
    share(services, licences, accesses, limits, new ShareUses(desk, looks, accesses), copies);
    ExemptionEndpoints exemptions =
        new ExemptionEndpoints(services.directory(), licences, desk, accesses);
    all.put(Operation.DECIDE_EXEMPTION, exemptions::decide);
    RuleTrials trials =
        new RuleTrials(library, services.directory(), new PastCases(library, licences), accesses);
    all.put(Operation.TRY_EXEMPTIONS, trials::attempt);
  }

  private void followUps(EdgeServices services, SharedLicences licences, AccessRecords accesses) {
    Library library = services.library();
    FollowUpPages pages = new FollowUpPages(library.followUps());
    OwnEvents own = services.uses().events();
    FeedbackEndpoints feedback =
        new FeedbackEndpoints(
            new FeedbackDesk(library, licences, services.followUps(), new FeedbackEvents(own)),
            pages,
            services.directory(),
            new Ownership(services.sources()),
            accesses);
    all.put(Operation.REPORT_FEEDBACK, feedback::report);
    all.put(Operation.LIST_FEEDBACK, feedback::list);
    all.put(Operation.FIND_FEEDBACK, feedback::find);
    all.put(Operation.ANSWER_FEEDBACK, feedback::answer);
    ScanEndpoints scans =
        new ScanEndpoints(
            new ScanDesk(library, services.followUps(), new ScanEvents(own)),
            pages,
            services.directory(),
            new ScanJson(library.files()),
            accesses);
    all.put(Operation.TAKE_SCAN, scans::take);
    all.put(Operation.LIST_SCANS, scans::list);
    all.put(Operation.CHECK_SCAN, scans::check);
  }

  private void verifications(
      EdgeServices services, SharedLicences shared, AccessRecords accesses, RateLimits limits) {
    KnownLicences known =
        new KnownLicences(services.library().search(), shared, services.directory());
    VerificationEndpoints verifications =
        new VerificationEndpoints(
            services.files(),
            known,
            new ComparisonEndpoints(comparisons(services, shared, accesses)),
            accesses,
            limits,
            services.metrics());
    all.put(Operation.VERIFY_FILE, verifications::verify);
    all.put(Operation.READ_SEAL_ANCHOR, verifications::anchor);
  }

  private static Comparisons comparisons(
      EdgeServices services, SharedLicences shared, AccessRecords accesses) {
    UseServices uses = services.uses();
    ComparisonDesk desk =
        new ComparisonDesk(
            services.library(),
            services.directory(),
            shared,
            uses.rules(),
            uses.wrongComparisons());
    return new Comparisons(desk, accesses);
  }
}
