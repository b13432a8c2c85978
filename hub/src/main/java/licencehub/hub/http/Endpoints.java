package licencehub.hub.http;

import java.util.EnumMap;
import java.util.Map;
import licencehub.federation.HubAnswers;
import licencehub.federation.HubOperation;
import licencehub.hub.access.Operation;
import licencehub.hub.evidence.BundleMaker;
import licencehub.ledger.Proofs;
import licencehub.library.Library;
import licencehub.schemas.Contracts;

/** The endpoint of every operation. */
final class Endpoints implements AutoCloseable {
  private final Map<Operation, Endpoint> all = new EnumMap<>(Operation.class);
  private final FeedEndpoints feed;
  private final HoldingsEndpoint holdings;
  private final Proofs proofs;

  Endpoints(EdgeServices services, HttpSettings settings, RateLimits limits) {
    Library library = services.library();
    Ownership ownership = new Ownership(services.sources(), library.cases());
    this.holdings =
        new HoldingsEndpoint(
            new SharedLicences(library.licences(), library.search(), services.hub()),
            new AccessRecords(library.journal()));
    this.feed = new FeedEndpoints(library.outbox(), library.joints(), ownership);
    intake(services, settings, ownership);
    this.proofs = new Proofs(library.ledger());
    all.putAll(CounterEndpoints.of(services, limits, proofs));
    ledger(
        new LedgerEndpoints(
            library.ledger(), proofs, services.ledgerKeys(), services.cosignatures()));
    operation(services);
    evidence(services, ownership);
    documentation(new ApiPage(Contracts.openApi()));
    all.put(Operation.READ_FEED, feed::read);
  }

  /**
   * @throws IllegalStateException when an operation has none
   */
  Map<Operation, Endpoint> all() {
    for (Operation operation : Operation.values()) {
      if (!all.containsKey(operation)) {
        throw new IllegalStateException("nothing answers " + operation);
      }
    }
    return Map.copyOf(all);
  }

  /** Those of operations of hubs alone. */
  Map<HubOperation, Endpoint> ofHubs(HubAnswers answers) {
    return HubOperations.of(holdings, answers);
  }

  Proofs proofs() {
    return proofs;
  }

  @Override
  public void close() {
    feed.close();
  }

  private void intake(EdgeServices services, HttpSettings settings, Ownership ownership) {
    Library library = services.library();
    SubmissionEndpoints submissions =
        new SubmissionEndpoints(
            new SubmissionReader(settings.limits()), library.submissions(), ownership);
    all.put(Operation.SUBMIT, submissions::submit);
    all.put(Operation.FIND_SUBMISSION, submissions::find);
    all.put(
        Operation.RECONCILE,
        new ReconciliationEndpoint(library.submissions(), ownership)::reconcile);
    FileEndpoints files =
        new FileEndpoints(
            library.files(), services.files().scratch(), ownership, services.metrics());
    all.put(Operation.SEND_FILE, files::send);
    QuarantineEndpoints quarantine =
        new QuarantineEndpoints(library.quarantine(), ownership, services.replays());
    all.put(Operation.LIST_QUARANTINE, quarantine::list);
    all.put(Operation.FIND_QUARANTINED, quarantine::find);
    all.put(Operation.REPLAY_ONE, quarantine::replay);
    ReplayEndpoints replays = new ReplayEndpoints(services.replays());
    all.put(Operation.START_REPLAY, replays::start);
    all.put(Operation.FIND_REPLAY, replays::find);
    all.put(Operation.STOP_REPLAY, replays::stop);
  }

  private void evidence(EdgeServices services, Ownership ownership) {
    Library library = services.library();
    BundleMaker maker =
        new BundleMaker(services.hub(), library.files(), services.sources(), services.ledgerKeys());
    EvidenceEndpoints evidence =
        new EvidenceEndpoints(library, ownership, new AccessRecords(library.journal()), maker);
    all.put(Operation.EXPORT_EVIDENCE, evidence::export);
  }

  private void ledger(LedgerEndpoints ledger) {
    all.put(Operation.READ_CHECKPOINT, ledger::checkpoint);
    all.put(Operation.READ_LEDGER_KEYS, ledger::keys);
    all.put(Operation.READ_TILE, ledger::tile);
    all.put(Operation.PROVE, ledger::proof);
  }

  private void operation(EdgeServices services) {
    OperatorEndpoints operator =
        new OperatorEndpoints(services.sources(), services.library().accesses(), services.health());
    all.put(Operation.LIST_SOURCES, operator::sources);
    all.put(Operation.LIST_ACCESSES, operator::accesses);
    SearchEndpoints index = new SearchEndpoints(services.index());
    all.put(Operation.COUNT_LICENCES, index::count);
    all.put(Operation.READ_SEARCH_INDEX, index::state);
    all.put(Operation.REBUILD_SEARCH_INDEX, index::rebuild);
    KeyEndpoints keys = new KeyEndpoints(services.keys());
    all.put(Operation.READ_KEYS, keys::read);
    all.put(Operation.ROTATE_KEYS, keys::rotate);
    all.put(Operation.RETIRE_KEY, keys::retire);
    all.put(Operation.HEALTH, operator::health);
    all.put(Operation.LIVE, operator::live);
    all.put(Operation.READY, operator::ready);
    SourceMeters meters =
        new SourceMeters(services.sources(), services.library().journal(), services.metrics());
    FollowUpMeters.bind(services.library().followUps(), services.clock(), services.metrics());
    all.put(Operation.METRICS, meters::scrape);
  }

  private void documentation(ApiPage page) {
    all.put(Operation.OPENAPI, page::document);
    all.put(Operation.API_PAGE, page::page);
  }
}
