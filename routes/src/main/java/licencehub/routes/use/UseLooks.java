package licencehub.routes.use;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import licencehub.library.HistoryEntry;
import licencehub.library.Uses;
import licencehub.model.code.CaseNumber;
import licencehub.model.code.CreditCode;
import licencehub.model.code.UseCode;
import licencehub.model.event.Statement.LicenceUse;
import licencehub.sharing.Licence;
import licencehub.sharing.directory.Directory;
import licencehub.sharing.type.LicenceType;
import licencehub.sharing.use.Denial;
import licencehub.sharing.use.Use;

/** Looks at what a use code allows, each time anew: the licence may have changed since. */
public final class UseLooks {
  private final Uses uses;
  private final Supplier<Directory> directory;
  private final LicenceLookup licences;
  private final OwnEvents events;

  public UseLooks(
      Uses uses, Supplier<Directory> directory, LicenceLookup licences, OwnEvents events) {
    this.uses = uses;
    this.directory = directory;
    this.licences = licences;
    this.events = events;
  }

  /**
   * What stands behind a code. A use of another organisation is answered like none.
   *
   * @param presentedFor the case whoever presents the code is handling
   */
  public UseLook look(UseCode code, CreditCode organisation, CaseNumber presentedFor, Instant at) {
    Optional<HistoryEntry> found = uses.find(code);
    if (found.isEmpty()) {
      return new UseLook.Absent();
    }
    LicenceUse recorded = events.use(found.get());
    return recorded.organisation().equals(organisation)
        ? own(use(recorded), organisation, presentedFor, at)
        : new UseLook.Absent();
  }

  private UseLook own(Use use, CreditCode organisation, CaseNumber presentedFor, Instant at) {
    Licence licence = licences.find(use.licence(), at).orElse(null);
    LicenceType type = directory.get().type(use.licence().type()).orElse(null);
    if (licence == null) {
      return new UseLook.Objected(use, Denial.LICENCE_UNKNOWN);
    }
    Optional<Denial> objection = use.objection(presentedFor, licence, at);
    if (objection.isPresent()) {
      return new UseLook.Objected(use, objection.get());
    }
    // A grant that was taken away since ends what was authorised under it.
    if (directory.get().grants(organisation).stream()
        .noneMatch(it -> it.id().equals(use.grant()))) {
      return new UseLook.Objected(use, Denial.NO_GRANT);
    }
    return type == null
        ? new UseLook.Objected(use, Denial.TYPE_UNKNOWN)
        : new UseLook.Clear(use, licence, type);
  }

  static Use use(LicenceUse it) {
    return new Use(
        it.code(),
        it.caseNumber(),
        it.licence(),
        it.grant(),
        it.fields(),
        it.copy(),
        it.at(),
        it.expires());
  }
}
