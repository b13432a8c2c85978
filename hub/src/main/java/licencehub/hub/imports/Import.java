package licencehub.hub.imports;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import licencehub.model.Text;
import licencehub.schemas.ConfigSchemas;
import licencehub.schemas.Contracts;
import licencehub.schemas.SettingFault;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Compares what an input says with what stands in the configuration, and brings it in. */
public final class Import {
  private static final YAMLMapper YAML = new YAMLMapper();

  /** What is brought in. */
  public enum Kind {
    TYPES("licence-types"),
    ITEMS("items");

    private final String folder;

    Kind(String folder) {
      this.folder = folder;
    }
  }

  /** What becomes of one file. */
  public enum Fate {
    NEW,
    SAME,
    /** It stands and would change; only on demand. */
    DIFFERENT
  }

  /**
   * One file.
   *
   * @param differences key, what stands and what is to, one for each place that changes
   */
  public record Change(
      Fate fate, String code, Path file, List<String> differences, String content) {
    public Change {
      differences = List.copyOf(differences);
    }
  }

  /** All files, and every row that cannot be taken; nothing may be written while there is one. */
  public record Plan(List<Change> changes, List<RowFault> faults) {
    public Plan {
      changes = List.copyOf(changes);
      faults = List.copyOf(faults);
    }
  }

  private final Kind kind;
  private final Path folder;

  /**
   * @param config the configuration's folder
   */
  public Import(Kind kind, Path config) {
    this.kind = kind;
    this.folder = config.resolve(kind.folder);
  }

  /** Looks at everything and changes nothing. */
  public Plan plan(List<Path> inputs) {
    List<RowFault> faults = new ArrayList<>();
    List<Row> rows = inputs.stream().flatMap(it -> RowFile.read(it, faults).stream()).toList();
    Map<String, Path> standing = standing();
    List<Draft> drafts =
        kind == Kind.TYPES ? TypeRows.drafts(rows, faults) : ItemRows.drafts(rows, faults);
    List<Change> changes = new ArrayList<>();
    for (Draft each : drafts) {
      changes.add(change(each, standing.get(each.code()), faults));
    }
    return new Plan(changes, faults);
  }

  /**
   * Writes new files, and those that change if that is wanted: each whole, beside and then in
   * place.
   *
   * @return how many were written
   */
  public int write(Plan plan, boolean replace) {
    List<Change> wanted =
        plan.changes().stream()
            .filter(it -> it.fate() == Fate.NEW || (replace && it.fate() == Fate.DIFFERENT))
            .toList();
    try {
      Files.createDirectories(folder);
      for (Change each : wanted) {
        Files.writeString(beside(each), each.content(), UTF_8);
      }
      for (Change each : wanted) {
        Files.move(beside(each), each.file(), StandardCopyOption.REPLACE_EXISTING);
      }
      return wanted.size();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path beside(Change change) {
    return change.file().resolveSibling(change.file().getFileName() + ".part");
  }

  private Change change(Draft draft, @Nullable Path file, List<RowFault> faults) {
    ObjectNode before = file == null ? null : read(file);
    ObjectNode after = before == null ? fresh() : before.deepCopy();
    after.setAll(draft.settings());
    ObjectNode ordered = YAML.createObjectNode();
    ordered.setAll(draft.settings());
    ordered.setAll(after);
    String schema = kind == Kind.TYPES ? Contracts.licenceTypeSettings() : Contracts.itemSettings();
    for (SettingFault it : ConfigSchemas.check(schema, ordered)) {
      String remedy = it.remedy().isEmpty() ? "" : "：" + it.remedy();
      faults.add(
          RowFault.of(
              draft.row(),
              it.key(),
              it.value(),
              it.message(),
              Text.of("改正该列" + remedy, "correct the column" + remedy.replace("：", ": "))));
    }
    Path place =
        file == null ? folder.resolve(draft.code().toLowerCase(Locale.ROOT) + ".yaml") : file;
    if (before == null) {
      return new Change(Fate.NEW, draft.code(), place, List.of(), content(draft, ordered));
    }
    List<String> differences = Differences.of(before, ordered);
    Fate fate = differences.isEmpty() ? Fate.SAME : Fate.DIFFERENT;
    return new Change(fate, draft.code(), place, differences, content(draft, ordered));
  }

  private ObjectNode fresh() {
    return kind == Kind.TYPES ? TypeRows.rest() : YAML.createObjectNode();
  }

  private static String content(Draft draft, ObjectNode settings) {
    return "# 由 licencehub import 自 "
        + draft.row().file().getFileName()
        + " 导入，用前请核对。\n# Imported from that file; check it before use.\n"
        + YAML.writeValueAsString(settings).replaceFirst("^---\\s*", "");
  }

  /** The files that stand, by the code each defines. */
  private Map<String, Path> standing() {
    Map<String, Path> standing = new TreeMap<>();
    if (!Files.isDirectory(folder)) {
      return standing;
    }
    try (Stream<Path> files = Files.list(folder)) {
      files
          .filter(it -> it.toString().endsWith(".yaml"))
          .sorted()
          .forEach(it -> standing.putIfAbsent(read(it).path("code").asString(""), it));
      return standing;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ObjectNode read(Path file) {
    try {
      return YAML.readTree(Files.readString(file)) instanceof ObjectNode it
          ? it
          : YAML.createObjectNode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (JacksonException e) {
      return YAML.createObjectNode();
    }
  }
}
