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
    Search search,
    Quarantine quarantine,
    Outbox outbox,
    AccessLog accesses,
    LedgerStore ledger,
    PositionStore positions,
    KeyRotation rotation,
    FileStore files,
    Runnable keeper)
    implements AutoCloseable {
  @Override
  public void close() {
    keeper.run();
  }
}
