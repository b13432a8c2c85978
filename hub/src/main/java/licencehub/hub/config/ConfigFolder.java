package licencehub.hub.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import licencehub.model.code.SourceId;

/** A whole configuration: {@code hub.yaml} and the files under {@code departments/}. */
public record ConfigFolder(Path folder, HubSettings hub, List<DepartmentFile> departments) {
  public ConfigFolder {
    departments = List.copyOf(departments);
  }

  /** The department file that declares the source, narrowed to it. */
  public Optional<DepartmentFile> declaring(SourceId id) {
    return departments.stream()
        .flatMap(it -> it.sources().stream().filter(s -> s.id().equals(id)).map(it::only))
        .findFirst();
  }

  /** Every source of every department, in the order of files. */
  public List<SourceFile> sources() {
    return departments.stream().flatMap(it -> it.sources().stream()).toList();
  }
}
