package licencehub.hub.cli;

import java.util.List;
import java.util.ServiceLoader;
import licencehub.hub.config.DatabaseSection;
import licencehub.hub.config.HubSettings;
import licencehub.library.DatabaseSettings;
import licencehub.library.LibraryKind;
import licencehub.model.Text;
import licencehub.model.Unavailable;

/** Whether the database of the library can be reached and is fit to hold one. */
final class DoctorLibrary implements Doctor {
  private static final Text WHAT = Text.of("共享库数据库", "the library's database");
  private final HubSettings.Library library;

  DoctorLibrary(HubSettings.Library library) {
    this.library = library;
  }

  @Override
  public List<Finding> look() {
    DatabaseSection section = library.database();
    return section == null ? List.of() : List.of(finding(section));
  }

  private Finding finding(DatabaseSection section) {
    try {
      DatabaseSettings settings = section.settings(System.getenv());
      for (LibraryKind kind : ServiceLoader.load(LibraryKind.class)) {
        if (kind.name().equals(library.engine())) {
          kind.check(settings);
        }
      }
      return Finding.good(WHAT, settings.toString());
    } catch (Unavailable e) {
      return new Finding(
          WHAT,
          Grade.BAD,
          String.valueOf(e.getMessage()),
          Text.of(
              "检查 hub.yaml 的 library.settings 和数据库", "check library.settings and the database"));
    }
  }
}
