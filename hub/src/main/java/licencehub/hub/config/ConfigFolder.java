package licencehub.hub.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import licencehub.federation.Peer;
import licencehub.model.code.SourceId;
import licencehub.model.event.Organisation;
import licencehub.sharing.directory.Directory;

/**
 * A whole configuration: {@code hub.yaml}, the files under {@code departments/}, the directory of
 * licence types, items and grants, and the peers under {@code peers/}.
 */
public record ConfigFolder(
    Path folder,
    HubSettings hub,
    List<DepartmentFile> departments,
    Directory directory,
    List<Peer> peers) {
  public ConfigFolder {
    departments = List.copyOf(departments);
    peers = List.copyOf(peers);
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

  /** The certificates that may sign for each department. */
  public Map<Organisation, List<Path>> signers() {
    return departments.stream()
        .collect(
            Collectors.groupingBy(
                DepartmentFile::department,
                Collectors.flatMapping(
                    it -> it.sources().stream().flatMap(source -> source.signers().stream()),
                    Collectors.toList())));
  }
}
