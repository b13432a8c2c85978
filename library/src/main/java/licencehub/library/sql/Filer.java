package licencehub.library.sql;

import java.sql.SQLException;
import java.util.Optional;
import licencehub.library.MeteredUse;
import licencehub.library.UseOutcome;
import licencehub.library.sql.LicenceState.Stated;
import licencehub.library.sql.Prepared.Filed;
import licencehub.model.event.Event;
import licencehub.model.event.Statement.CaseStep;
import licencehub.model.event.Statement.FollowUpStep;
import licencehub.model.event.Statement.LicenceContent;
import licencehub.model.event.Statement.LicenceExpiry;
import licencehub.model.event.Statement.LicenceStatusChange;
import licencehub.model.event.Statement.LicenceUse;
import licencehub.model.event.Statement.UseRecall;
import org.jspecify.annotations.Nullable;

/** Files events: adds them to the history and to what it adds up to. */
final class Filer {
  private final EventTable events;
  private final LicenceTable licences;
  private final CaseTable cases;
  private final UseTable uses;
  private final FollowUpTable followUps;

  private final Session file;
  private final WriterKeys keys;

  Filer(Session file, WriterKeys keys) {
    this.file = file;
    this.keys = keys;
    this.events = new EventTable(file, keys);
    this.licences = new LicenceTable(file);
    this.cases = new CaseTable(file);
    this.uses = new UseTable(file);
    this.followUps = new FollowUpTable(file);
  }

  /**
   * Files an event that nobody has sent before.
   *
   * @param sequence its place, if it is filed
   * @return empty when its sender's number is filed already: see {@link #known}
   */
  Optional<Decision.Filed> file(Filed it, long sequence) throws SQLException {
    return switch (it.filing().event().statement()) {
      case LicenceContent content -> licence(it, sequence);
      case LicenceStatusChange change -> licence(it, sequence);
      case CaseStep step -> step(it, step, sequence);
      case LicenceUse use -> plain(it, sequence, () -> uses.add(use, sequence));
      case UseRecall recall -> plain(it, sequence, () -> uses.recall(recall, sequence));
      case LicenceExpiry expiry -> plain(it, sequence, () -> {});
      case FollowUpStep step -> plain(it, sequence, () -> followUps.add(step, sequence));
    };
  }

  /** What keeps a use from being recorded; empty when nothing does. */
  Optional<UseOutcome> against(MeteredUse it) throws SQLException {
    return uses.against(it);
  }

  /** That a use that was filed answers its request. */
  void remember(MeteredUse it) throws SQLException {
    uses.remember(it);
  }

  /** What is filed under a sender's number already, if anything is. */
  Optional<EventTable.Known> findKnown(Filed it) throws SQLException {
    return events.findKnown(it);
  }

  EventTable.Known known(Filed it) throws SQLException {
    return events.known(it);
  }

  private Optional<Decision.Filed> licence(Filed it, long sequence) throws SQLException {
    String identifier = it.subject();
    Event event = it.filing().event();
    LicenceTable.@Nullable Row row = licences.find(identifier).orElse(null);
    LicenceState before = row == null ? LicenceState.NOTHING : row.state();
    Stated stated =
        new Stated(
            new Facet(sequence, event.version(), it.tie()),
            event.type(),
            EventTable.validTo(event.statement()));
    LicenceState after = before.with(stated);
    Long standing = before.standingOver(stated).orElse(null);
    if (!events.add(sequence, it, row == null ? null : row.latest(), standing)) {
      return Optional.empty();
    }
    licences.keep(identifier, new LicenceTable.Row(sequence, after));
    if (event.statement() instanceof LicenceContent content) {
      content(it, content, after, sequence);
    }
    return Optional.of(new Decision.Filed(sequence, standing));
  }

  private void content(Filed it, LicenceContent content, LicenceState after, long sequence)
      throws SQLException {
    if (content.replaces() != null) {
      licences.replaces(content.replaces().toString(), sequence);
    }
    if (after.content() != null && after.content().event() == sequence) {
      keys.enter(file, sequence, it.words(content, keys.index().key()));
    }
  }

  /** Keeps what an event adds up to, beside its own row. */
  private interface Keeping {
    void keep() throws SQLException;
  }

  /** An event that stands for itself: no other stands against it. */
  private Optional<Decision.Filed> plain(Filed it, long sequence, Keeping keeping)
      throws SQLException {
    if (!events.add(sequence, it, null, null)) {
      return Optional.empty();
    }
    keeping.keep();
    return Optional.of(new Decision.Filed(sequence, null));
  }

  private Optional<Decision.Filed> step(Filed it, CaseStep step, long sequence)
      throws SQLException {
    Facet facet = new Facet(sequence, it.filing().event().version(), it.tie());
    Facet before = cases.find(step).orElse(null);
    boolean stands = facet.standsAgainst(before);
    Long standing = stands || before == null ? null : before.version();
    if (!events.add(sequence, it, null, standing)) {
      return Optional.empty();
    }
    if (stands) {
      cases.keep(step, facet);
    }
    return Optional.of(new Decision.Filed(sequence, standing));
  }
}
