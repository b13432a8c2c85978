package licencehub.hub.config;

import java.nio.file.Path;
import java.util.List;
import licencehub.model.code.RegionCode;
import licencehub.model.event.Organisation;
import org.jspecify.annotations.Nullable;

/**
 * One department and its systems, as its file declares them.
 *
 * @param file where it stands
 * @param home the configuration folder: relative paths start from it
 */
public record DepartmentFile(
    Path file,
    Path home,
    Organisation department,
    RegionCode region,
    @Nullable Contact contact,
    List<SourceFile> sources) {
  public DepartmentFile {
    sources = List.copyOf(sources);
  }

  /** Whom to call when its data does not come. */
  public record Contact(String name, String phone) {}

  /** The same department with one of its sources alone. */
  public DepartmentFile only(SourceFile source) {
    return new DepartmentFile(file, home, department, region, contact, List.of(source));
  }
}
