package licencehub.library.sqlite;

import licencehub.library.LibrarySettings;
import licencehub.library.sql.Session;

/** The file, brought to this version, while nobody else can open it. */
public final class LockedFile implements AutoCloseable {
  private final LibraryFile file;

  private LockedFile(LibraryFile file) {
    this.file = file;
  }

  /**
   * @throws licencehub.model.Unavailable when there is none, or a hub has it open
   */
  public static LockedFile open(LibrarySettings settings) {
    LibraryFile.mustExist(settings.folder());
    return new LockedFile(LibraryFile.open(settings));
  }

  /** To read with. */
  public Session session() {
    return file.writer();
  }

  @Override
  public void close() {
    file.close();
  }
}
