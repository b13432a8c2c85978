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
import licencehub.routes.joint.JointDesk;
import licencehub.routes.use.ComparisonDesk;
import licencehub.routes.use.FarUses;
import licencehub.routes.use.Guesses;
import licencehub.routes.use.UseDesk;
import licencehub.routes.use.UseLooks;

/**
 * What is asked at a counter: look-ups, uses, exemptions, checks, follow-ups, natively and over the
 * sharing services. What they share is here once: guesses over any interface take turns at one desk
 * and count together.
 */
final class CounterEndpoints {
  private final Map<Operation, Endpoint> all = new EnumMap<>(Operation.class);
  private final EdgeServices services;
  private final RateLimits limits;
  private final Proofs proofs;
  private final Library library;
  private final Ownership ownership;
  private final AccessRecords accesses;
  private final SharedLicences licences;
  private final KnownLicences known;
  private final Elsewhere elsewhere;
  private final FarDesk far;
  private final Guesses guesses;
  private final Comparisons comparisons;

  private CounterEndpoints(EdgeServices services, RateLimits limits, Proofs proofs) {
    this.proofs = proofs;
    this.services = services;
    this.limits = limits;
    this.library = services.library();
    this.ownership = new Ownership(services.sources(), library.cases());
    this.accesses = new AccessRecords(library.journal());
    this.licences = new SharedLicences(library.licences(), library.search(), services.hub());
    this.known = new KnownLicences(library.search(), licences, services.directory());
    this.elsewhere = new Elsewhere(services.neighbours(), services.hub());
    UseServices uses = services.uses();
    this.far = new FarDesk(elsewhere, library.licences(), new FarUses(library, uses.events()));
    this.guesses = new Guesses(library.accesses(), uses.wrongComparisons());
    this.comparisons =
        new Comparisons(
            new ComparisonDesk(
                library.cases(), services.directory(), licences, uses.rules(), guesses),
            accesses);
  }

  static Map<Operation, Endpoint> of(EdgeServices services, RateLimits limits, Proofs proofs) {
    CounterEndpoints endpoints = new CounterEndpoints(services, limits, proofs);
    endpoints.lookUps();
    endpoints.uses();
    endpoints.feedback();
    endpoints.scans();
    endpoints.verifications();
    return endpoints.all;
  }

  private void lookUps() {
    LicenceJson writer = new LicenceJson(library.ledger(), proofs, services.hub());
    LicenceEndpoints endpoints =
        new LicenceEndpoints(library.licences(), library.search(), accesses, writer, elsewhere);
    all.put(Operation.SEARCH_LICENCES, endpoints::search);
    all.put(Operation.LICENCE_HISTORY, endpoints::history);
    all.put(
        Operation.SEARCH_ACCESSES,
        new AccessSearches(
                library.accesses(), library.uses(), licences, accesses, services.holders())
            ::search);
    JointDesk joints = new JointDesk(library.joints(), library.cases());
    all.put(
        Operation.FIND_CASE, new CaseEndpoints(library.cases(), joints, accesses, limits)::find);
    JointEndpoints jointly = new JointEndpoints(joints, accesses);
    all.put(Operation.LIST_JOINTS, jointly::list);
    all.put(Operation.FIND_JOINT, jointly::find);
    MaterialEndpoints materials =
        new MaterialEndpoints(
            library.cases(), new MaterialFiles(library.files()), ownership, elsewhere, accesses);
    all.put(Operation.SEND_MATERIAL, materials::send);
    all.put(Operation.FIND_MATERIAL, materials::find);
  }

  private void uses() {
    UseServices uses = services.uses();
    UseDesk desk =
        new UseDesk(
            library, services.directory(), licences, uses.rules(), uses.events(), uses.random());
    UseLooks looks = new UseLooks(library.uses(), services.directory(), licences, uses.events());
    UseCopies copies = new UseCopies(services.files().copies(), uses.hubName());
    all.put(
        Operation.AUTHORISE_USES,
        new Authorisations(desk, far, guesses, accesses, uses.numbers())::authorise);
    UsePreviews previews = previews(copies);
    UseEndpoints endpoints = new UseEndpoints(looks, copies, previews, far, accesses);
    all.put(Operation.FIND_USE, endpoints::find);
    all.put(Operation.REVEAL_USE, endpoints::reveal);
    all.put(Operation.COPY_USE, endpoints::copy);
    all.put(Operation.PREVIEW_USE, endpoints::preview);
    share(new ShareUses(desk, looks, accesses), copies, previews);
    exemptions(desk);
  }

  private void exemptions(UseDesk desk) {
    ExemptionEndpoints exemptions =
        new ExemptionEndpoints(services.directory(), licences, elsewhere, desk, far, accesses);
    all.put(Operation.DECIDE_EXEMPTION, exemptions::decide);
    RuleTrials trials =
        new RuleTrials(library, services.directory(), new PastCases(library, licences), accesses);
    all.put(Operation.TRY_EXEMPTIONS, trials::attempt);
  }

  private UsePreviews previews(UseCopies copies) {
    return new UsePreviews(
        copies, services.files(), library.licences(), library.files(), services.metrics());
  }

  private void share(ShareUses uses, UseCopies copies, UsePreviews previews) {
    ShareEndpoints share =
        new ShareEndpoints(
            new ShareDoor(services.tokens(), services.shareClients(), limits),
            new ShareQueries(library.search(), licences, services.directory(), accesses, uses),
            new ShareChecks(known, comparisons),
            new ShareFiles(services.files(), known, accesses, uses, copies, previews),
            services.files().scratch(),
            limits);
    all.put(Operation.SHARE_SEARCH, share::queryCert);
    all.put(Operation.SHARE_FIELDS, share::queryCertInfo);
    all.put(Operation.SHARE_COPY, share::downloadFile);
    all.put(Operation.SHARE_COMPARE, share::verifyCertInfo);
    all.put(Operation.SHARE_VERIFY, share::verifyFile);
  }

  private void feedback() {
    FeedbackEvents events = new FeedbackEvents(services.uses().events());
    FeedbackEndpoints feedback =
        new FeedbackEndpoints(
            new FeedbackDesk(library, licences, services.followUps(), events),
            new FollowUpPages(library.followUps()),
            services.directory(),
            ownership,
            accesses);
    all.put(Operation.REPORT_FEEDBACK, feedback::report);
    all.put(Operation.LIST_FEEDBACK, feedback::list);
    all.put(Operation.FIND_FEEDBACK, feedback::find);
    all.put(Operation.ANSWER_FEEDBACK, feedback::answer);
  }

  private void scans() {
    ScanEvents events = new ScanEvents(services.uses().events());
    ScanEndpoints scans =
        new ScanEndpoints(
            new ScanDesk(library, services.followUps(), events),
            new FollowUpPages(library.followUps()),
            services.directory(),
            new ScanJson(library.files()),
            accesses);
    all.put(Operation.TAKE_SCAN, scans::take);
    all.put(Operation.LIST_SCANS, scans::list);
    all.put(Operation.FIND_SCAN, scans::find);
    all.put(Operation.CHECK_SCAN, scans::check);
  }

  private void verifications() {
    VerificationEndpoints verifications =
        new VerificationEndpoints(
            services.files(),
            known,
            new ComparisonEndpoints(comparisons),
            accesses,
            limits,
            services.metrics());
    all.put(Operation.VERIFY_FILE, verifications::verify);
    all.put(Operation.READ_SEAL_ANCHOR, verifications::anchor);
  }
}
