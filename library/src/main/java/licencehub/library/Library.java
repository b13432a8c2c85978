package licencehub.library;

/**
 * All doors of one opened engine.
 *
 * @param keeper closes the engine; called by {@link #close()}
 */
public record Library(
    Journal journal,
    Submissions submissions,
    LicenceRepository licences,
    CaseRepository cases,
    Uses uses,
    UseRequests useRequests,
    FollowUps followUps,
    Joints joints,
    Search search,
    Quarantine quarantine,
    Outbox outbox,
    AccessLog accesses,
    LedgerStore ledger,
    PositionStore positions,
    Leases leases,
    KeyRotation rotation,
    Retention retention,
    FileStore files,
    Runnable keeper)
    implements AutoCloseable {
  /**
   * The same doors, with another one to search by.
   *
   * @param keeping closes both
   */
  public Library withSearch(Search other, Runnable keeping) {
    return new Library(
        journal,
        submissions,
        licences,
        cases,
        uses,
        useRequests,
        followUps,
        joints,
        other,
        quarantine,
        outbox,
        accesses,
        ledger,
        positions,
        leases,
        rotation,
        retention,
        files,
        keeping);
  }

  @Override
  public void close() {
    keeper.run();
  }
}
