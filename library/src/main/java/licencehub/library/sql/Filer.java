package licencehub.library.sql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import licencehub.library.MeteredUse;
import licencehub.library.UseOutcome;
import licencehub.library.sql.LicenceState.Stated;
import licencehub.library.sql.Prepared.Filed;
import licencehub.model.event.Event;
import licencehub.model.event.Statement.CaseStep;
import licencehub.model.event.Statement.FollowUpStep;
import licencehub.model.event.Statement.JointStep;
import licencehub.model.event.Statement.LicenceContent;
import licencehub.model.event.Statement.LicenceExpiry;
import licencehub.model.event.Statement.LicenceStatusChange;
import licencehub.model.event.Statement.LicenceUse;
import licencehub.model.event.Statement.UseObtained;
import licencehub.model.event.Statement.UseRecall;
import org.jspecify.annotations.Nullable;

/**
 * Files the events of one group: adds them to the history and to what it adds up to. What it needs
 * to know is read for all of them at once, and what it decides is written for all of them at once.
 */
final class Filer implements GroupTable {
  private final EventTable events;
  private final LicenceTable licences;
  private final CaseTable cases;
  private final UseTable uses;
  private final FollowUpTable followUps;
  private final JointTable joints;
  private final List<GroupTable> tables;
  private final List<Words.Content> words = new ArrayList<>();

  private final Session file;
  private final WriterKeys keys;

  Filer(Session file, Bulk bulk, WriterKeys keys) {
    this.file = file;
    this.keys = keys;
    this.events = new EventTable(file, bulk, keys);
    this.licences = new LicenceTable(file, bulk);
    this.cases = new CaseTable(file, bulk);
    this.uses = new UseTable(file, bulk, licences);
    this.followUps = new FollowUpTable(file);
    this.joints = new JointTable(file);
    this.tables = List.of(events, licences, cases, uses);
  }

  /** That the event is to be filed. */
  void want(Filed it) {
    events.want(it);
    switch (it.filing().event().statement()) {
      case LicenceContent content -> {
        licences.want(it.subject());
        if (content.replaces() != null) {
          licences.wantNewest(content.replaces().toString());
        }
      }
      case LicenceStatusChange change -> licences.want(it.subject());
      case CaseStep step -> cases.want(step);
      case LicenceUse use -> uses.want(use);
      case UseRecall recall -> {}
      case UseObtained obtained -> {}
      case LicenceExpiry expiry -> {}
      case FollowUpStep step -> {}
      case JointStep step -> {}
    }
  }

  /** That it will be asked what keeps the use from being recorded. */
  void want(MeteredUse it) {
    uses.want(it);
  }

  @Override
  public void read() throws SQLException {
    for (GroupTable it : tables) {
      it.read();
    }
  }

  @Override
  public void write() throws SQLException {
    for (GroupTable it : tables) {
      it.write();
    }
    keys.enter(file, words);
    words.clear();
  }

  /**
   * Files an event that nobody has sent before.
   *
   * @param sequence its place, if it is filed
   * @return empty when its sender's number is filed already: see {@link #findKnown}
   */
  Optional<Decision.Filed> file(Filed it, long sequence) throws SQLException {
    return findKnown(it).isPresent() ? Optional.empty() : Optional.of(add(it, sequence));
  }

  private Decision.Filed add(Filed it, long sequence) throws SQLException {
    return switch (it.filing().event().statement()) {
      case LicenceContent content -> licence(it, sequence);
      case LicenceStatusChange change -> licence(it, sequence);
      case CaseStep step -> step(it, step, sequence);
      case LicenceUse use -> {
        uses.add(use, sequence);
        yield plain(it, sequence);
      }
      case UseRecall recall -> {
        uses.recall(recall, sequence);
        yield plain(it, sequence);
      }
      case UseObtained obtained -> plain(it, sequence);
      case LicenceExpiry expiry -> plain(it, sequence);
      case FollowUpStep step -> {
        followUps.add(step, sequence);
        yield plain(it, sequence);
      }
      case JointStep step -> joint(it, step, sequence);
    };
  }

  /** What keeps a use from being recorded; empty when nothing does. */
  Optional<UseOutcome> against(MeteredUse it) {
    return uses.against(it);
  }

  /** That a use that was filed answers its request. */
  void remember(MeteredUse it) {
    uses.remember(it);
  }

  /** What is filed under a sender's number already, if anything is. */
  Optional<EventTable.Known> findKnown(Filed it) {
    return events.find(it);
  }

  private Decision.Filed licence(Filed it, long sequence) {
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
    events.add(sequence, it, row == null ? null : row.latest(), standing);
    licences.keep(identifier, new LicenceTable.Row(sequence, after));
    if (event.statement() instanceof LicenceContent content) {
      content(it, content, after, sequence);
    }
    return new Decision.Filed(sequence, standing);
  }

  private void content(Filed it, LicenceContent content, LicenceState after, long sequence) {
    if (content.replaces() != null) {
      licences.replaces(content.replaces().toString(), sequence);
    }
    if (after.content() != null && after.content().event() == sequence) {
      words.add(new Words.Content(sequence, it.words(content, keys.index().key())));
    }
  }

  /** An event that stands for itself: no other stands against it. */
  private Decision.Filed plain(Filed it, long sequence) {
    events.add(sequence, it, null, null);
    return new Decision.Filed(sequence, null);
  }

  private Decision.Filed joint(Filed it, JointStep step, long sequence) throws SQLException {
    Long standing = joints.add(step, new Facet(sequence, it.filing().event().version(), it.tie()));
    events.add(sequence, it, null, standing);
    return new Decision.Filed(sequence, standing);
  }

  private Decision.Filed step(Filed it, CaseStep step, long sequence) {
    Facet facet = new Facet(sequence, it.filing().event().version(), it.tie());
    Facet before = cases.find(step).orElse(null);
    boolean stands = facet.standsAgainst(before);
    Long standing = stands || before == null ? null : before.version();
    events.add(sequence, it, null, standing);
    if (stands) {
      cases.keep(step, facet);
    }
    return new Decision.Filed(sequence, standing);
  }
}
