package licencehub.library;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Nested;

/** Every promise of an engine, door by door. A new engine extends this class and nothing else. */
public abstract class LibraryContract {
  protected abstract LibraryKind kind();

  /** Everything that a library lies in on disk; an embedded one in its folder. */
  protected List<Path> files(Path folder) {
    return EncryptionContract.everything(folder);
  }

  @Nested
  class OfTheJournal extends JournalContract {
    @Override
    protected LibraryKind kind() {
      return LibraryContract.this.kind();
    }
  }

  @Nested
  class OfGroups extends GroupContract {
    @Override
    protected LibraryKind kind() {
      return LibraryContract.this.kind();
    }
  }

  @Nested
  class OfLicence extends LicenceContract {
    @Override
    protected LibraryKind kind() {
      return LibraryContract.this.kind();
    }
  }

  @Nested
  class OfCase extends CaseContract {
    @Override
    protected LibraryKind kind() {
      return LibraryContract.this.kind();
    }
  }

  @Nested
  class OfUses extends UsesContract {
    @Override
    protected LibraryKind kind() {
      return LibraryContract.this.kind();
    }
  }

  @Nested
  class OfFollowUps extends FollowUpsContract {
    @Override
    protected LibraryKind kind() {
      return LibraryContract.this.kind();
    }
  }

  @Nested
  class OfJoints extends JointContract {
    @Override
    protected LibraryKind kind() {
      return LibraryContract.this.kind();
    }
  }

  @Nested
  class OfSearch extends SearchContract {
    @Override
    protected LibraryKind kind() {
      return LibraryContract.this.kind();
    }
  }

  @Nested
  class OfQuarantine extends QuarantineContract {
    @Override
    protected LibraryKind kind() {
      return LibraryContract.this.kind();
    }
  }

  @Nested
  class OfOutbox extends OutboxContract {
    @Override
    protected LibraryKind kind() {
      return LibraryContract.this.kind();
    }
  }

  @Nested
  class OfLedger extends LedgerContract {
    @Override
    protected LibraryKind kind() {
      return LibraryContract.this.kind();
    }
  }

  @Nested
  class OfSubmissions extends SubmissionsContract {
    @Override
    protected LibraryKind kind() {
      return LibraryContract.this.kind();
    }
  }

  @Nested
  class OfNotes extends NotesContract {
    @Override
    protected LibraryKind kind() {
      return LibraryContract.this.kind();
    }
  }

  @Nested
  class OfLeases extends LeasesContract {
    @Override
    protected LibraryKind kind() {
      return LibraryContract.this.kind();
    }
  }

  @Nested
  class OfRetention extends RetentionContract {
    @Override
    protected LibraryKind kind() {
      return LibraryContract.this.kind();
    }
  }

  @Nested
  class OfArchive extends ArchiveContract {
    @Override
    protected LibraryKind kind() {
      return LibraryContract.this.kind();
    }
  }

  @Nested
  class OfFiles extends FileContract {
    @Override
    protected LibraryKind kind() {
      return LibraryContract.this.kind();
    }
  }

  @Nested
  class OfDurability extends DurabilityContract {
    @Override
    protected LibraryKind kind() {
      return LibraryContract.this.kind();
    }
  }

  @Nested
  class OfEncryption extends EncryptionContract {
    @Override
    protected List<Path> files(Path folder) {
      return LibraryContract.this.files(folder);
    }

    @Override
    protected LibraryKind kind() {
      return LibraryContract.this.kind();
    }
  }

  @Nested
  class OfRotation extends RotationContract {
    @Override
    protected LibraryKind kind() {
      return LibraryContract.this.kind();
    }
  }
}
