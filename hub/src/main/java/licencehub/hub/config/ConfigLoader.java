package licencehub.hub.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import licencehub.model.Text;
import licencehub.schemas.Contracts;
import licencehub.sharing.directory.Directory;

/**
 * Reads a configuration folder whole or refuses it whole. Connects to nothing and changes nothing.
 */
public final class ConfigLoader {
  private static final String HUB = "hub.yaml";
  private static final String DEPARTMENTS = "departments";
  private static final String PEERS = "peers";

  private final Path folder;
  private final Kinds kinds = Kinds.installed();
  private final PointedFiles files;
  private final List<FaultList> all = new ArrayList<>();

  private ConfigLoader(Path folder) {
    this.folder = folder;
    this.files = new PointedFiles(folder);
  }

  /**
   * Reads {@code hub.yaml}, every {@code departments/*.yaml} and {@code peers/*.yaml}.
   *
   * @return the configuration, or every fault of every file
   */
  public static Loaded load(Path folder) {
    return new ConfigLoader(folder).load();
  }

  private Loaded load() {
    YamlFile hub = read(folder.resolve(HUB));
    Map<Path, Tree> departments = new TreeMap<>();
    departments.putAll(readable(departmentFiles()));
    Map<Path, Tree> peers = readable(settingsFiles(folder.resolve(PEERS)).orElse(List.of()));
    Tree hubTree = Tree.of(hub);
    // What cannot be read is not said to lack anything, nor are the departments judged by it.
    if (hub.faults().isEmpty()) {
      check(hubTree, departments.values());
      new PeerChecks(files).check(hubTree, peers.values());
    }
    Directory directory = directory();
    if (!faults().isEmpty()) {
      return new Loaded.Unsound(faults());
    }
    ConfigFolder sound = typed(hubTree, departments, directory, peers.values());
    // Reading can still object, for example to a duration the schema's form lets through.
    return faults().isEmpty() ? new Loaded.Sound(sound) : new Loaded.Unsound(faults());
  }

  private void check(Tree hub, Collection<Tree> departments) {
    SettingsCheck.check(Contracts.hubSettings(), hub);
    new HubChecks(kinds, files).check(hub);
    DepartmentChecks checks = new DepartmentChecks(kinds, TrustReading.policyNames(hub), files);
    departments.forEach(checks::check);
    checks.checkTogether(departments);
  }

  private List<ConfigFault> faults() {
    return all.stream().flatMap(it -> it.all().stream()).toList();
  }

  private Map<Path, Tree> readable(List<Path> files) {
    Map<Path, Tree> readable = new TreeMap<>();
    for (Path file : files) {
      YamlFile read = read(file);
      if (read.faults().isEmpty()) {
        readable.put(file, Tree.of(read));
      }
    }
    return readable;
  }

  private Directory directory() {
    Map<String, Map<Path, Tree>> files = new HashMap<>();
    for (String place :
        List.of(DirectoryFiles.TYPES, DirectoryFiles.ITEMS, DirectoryFiles.GRANTS)) {
      files.put(place, readable(settingsFiles(folder.resolve(place)).orElse(List.of())));
    }
    return DirectoryFiles.read(files);
  }

  private ConfigFolder typed(
      Tree hub, Map<Path, Tree> departments, Directory directory, Collection<Tree> peers) {
    return new ConfigFolder(
        folder,
        new HubReading(files).read(hub),
        OutsideBroker.serving(
            hub.get("broker").get("outside"),
            departments.entrySet().stream()
                .map(it -> new DepartmentReading(it.getKey(), folder).read(it.getValue()))
                .toList()),
        directory,
        new PeerReading(files).all(peers));
  }

  private YamlFile read(Path file) {
    YamlFile read = YamlFile.read(file);
    all.add(read.faults());
    return read;
  }

  private List<Path> departmentFiles() {
    Path place = folder.resolve(DEPARTMENTS);
    return settingsFiles(place).orElseGet(() -> missing(place));
  }

  /** The settings files in a folder; empty where there is no such folder. */
  private static Optional<List<Path>> settingsFiles(Path place) {
    try (Stream<Path> found = Files.list(place)) {
      return Optional.of(found.filter(ConfigLoader::isSettings).sorted().toList());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private List<Path> missing(Path place) {
    FaultList faults = new FaultList(place, Map.of());
    faults.add(
        "",
        "",
        Text.of("缺少部门文件目录", "the folder of department files is missing"),
        Text.of(
            "建立该目录，每个部门放一个YAML文件", "make it, and put one YAML file into it for each department"));
    all.add(faults);
    return List.of();
  }

  /** Also takes {@code .yml}, so that no file is passed over because of its ending. */
  private static boolean isSettings(Path file) {
    String name = file.getFileName().toString();
    return !name.startsWith(".") && (name.endsWith(".yaml") || name.endsWith(".yml"));
  }
}
