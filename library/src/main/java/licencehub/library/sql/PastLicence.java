package licencehub.library.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import licencehub.library.LicenceRecord;
import licencehub.library.sql.LicenceState.Stated;
import licencehub.model.code.LicenceIdentifier;
import licencehub.model.event.EventType;

/**
 * A licence as of a moment: its events fold again, without what was not known or not in force then.
 *
 * @param validAt microseconds; what happened or took effect later does not count
 * @param knownAt microseconds; what was received later does not count
 */
record PastLicence(Session session, LicenceRows rows, long validAt, long knownAt) {
  private static final String EVENTS =
      """
      WITH RECURSIVE chain(seq) AS (
        SELECT latest FROM licence WHERE identifier = ?
        UNION ALL
        SELECT e.previous FROM chain JOIN event e USING (seq) WHERE e.previous IS NOT NULL)
      SELECT e.seq, e.type, e.version, e.document_digest, e.valid_to
      FROM chain JOIN event e USING (seq)
      WHERE coalesce(e.effective_at, e.happened_at) <= ? AND e.received_at <= ?""";

  /** Earliest first, in an order that does not depend on which came first. */
  private static final String SUCCESSORS =
      """
      SELECT r.event, e.subject FROM replacement r JOIN event e ON e.seq = r.event
      WHERE r.former = ? ORDER BY e.happened_at, e.document_digest""";

  private record Successor(long event, String subject) {}

  Optional<LicenceRecord> find(LicenceIdentifier identifier) throws SQLException {
    LicenceState state = fold(identifier.toString());
    if (state.equals(LicenceState.NOTHING)) {
      return Optional.empty();
    }
    Facet content = state.content();
    Facet decision = state.decision();
    return Optional.of(
        rows.record(
            it -> rows.event(session, it),
            identifier,
            state.status(),
            state.validTo(),
            content == null ? null : content.event(),
            decision == null ? null : decision.event(),
            successor(identifier.toString()).orElse(null)));
  }

  private LicenceState fold(String identifier) throws SQLException {
    LicenceState state = LicenceState.NOTHING;
    for (Stated it : session.list(EVENTS, PastLicence::stated, identifier, validAt, knownAt)) {
      state = state.with(it);
    }
    return state;
  }

  private Optional<Long> successor(String former) throws SQLException {
    List<Successor> claims =
        session.list(SUCCESSORS, row -> new Successor(row.getLong(1), row.getString(2)), former);
    for (Successor claim : claims) {
      Facet content = fold(claim.subject()).content();
      if (content != null && content.event() == claim.event()) {
        return Optional.of(claim.event());
      }
    }
    return Optional.empty();
  }

  private static Stated stated(ResultSet row) throws SQLException {
    Facet facet = new Facet(row.getLong(1), row.getLong(3), Prepared.tie(row.getBytes(4)));
    return new Stated(facet, EventType.parse(row.getString(2)), LicenceTable.number(row, 5));
  }
}
