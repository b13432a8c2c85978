package licencehub.hub.config;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import licencehub.model.Text;
import licencehub.schemas.Contracts;

/** What a schema cannot say about department files, alone and together. */
final class DepartmentChecks {
  private final SourceChecks sources;

  /**
   * @param policies names of the policies in {@code hub.yaml}
   */
  DepartmentChecks(Kinds kinds, Set<String> policies, PointedFiles files) {
    this.sources = new SourceChecks(kinds, policies, files);
  }

  void check(Tree file) {
    SettingsCheck.check(Contracts.departmentSettings(), file);
    file.get("sources").items().forEach(it -> sources.check(file, it));
  }

  /** No source and no department may be declared twice. */
  void checkTogether(Collection<Tree> files) {
    Map<String, Tree> ids = new HashMap<>();
    Map<String, Tree> codes = new HashMap<>();
    for (Tree file : files) {
      once(
          codes,
          file.get("department").get("code"),
          Text.of("该部门已在另一个文件中声明", "this department is declared in another file"),
          Text.of("合并到一个文件", "put both into one file"));
      for (Tree source : file.get("sources").items()) {
        once(
            ids,
            source.get("id"),
            Text.of("来源标识重复", "this source id stands twice"),
            Text.of("换一个全枢纽唯一的标识", "choose one that is unique in the whole hub"));
      }
    }
  }

  private static void once(Map<String, Tree> seen, Tree word, Text message, Text remedy) {
    if (!word.isPresent()) {
      return;
    }
    Tree first = seen.putIfAbsent(word.node().asString(""), word);
    if (first != null) {
      String where = first.faults().place(first.at());
      word.wrong(
          Text.of(message.zh() + "（见 " + where + "）", message.en() + " (see " + where + ")"),
          remedy);
    }
  }
}
