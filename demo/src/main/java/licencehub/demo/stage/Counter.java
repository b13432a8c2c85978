package licencehub.demo.stage;

import java.util.List;
import java.util.Map;
import licencehub.demo.world.Body;
import licencehub.model.event.Organisation;

/**
 * The counter that uses other departments' licences: that of the first department.
 *
 * @param types what licences it may use
 */
public record Counter(Organisation organisation, List<String> types) {
  /** The counter of a stage. */
  public static Counter of(Stage stage) {
    List<Body> bodies = stage.bodies();
    return new Counter(
        bodies.getFirst().organisation(),
        bodies.stream().map(it -> it.matter().type().text()).distinct().sorted().toList());
  }

  /** Its file of grants, as an operator would write it. */
  Map<String, Object> grants() {
    Map<String, Object> grant =
        Map.ofEntries(
            Map.entry("id", "counter-" + organisation.code().region()),
            Map.entry("purpose", "演示窗口核验申请人证照"),
            Map.entry("anyItem", true),
            Map.entry("types", types),
            Map.entry("fields", List.of("证照编号", "持证主体", "证照颁发机构", "证照有效期截止日期")),
            Map.entry("bases", List.of("by-function", "holder-consent", "entrusted")),
            Map.entry("copies", true),
            Map.entry("anyHolder", false),
            Map.entry("filedCaseOnly", false),
            Map.entry("perDay", 100_000),
            Map.entry("from", "2026-01-01"));
    return Map.of(
        "organisation",
        Map.of("code", organisation.code().text(), "name", organisation.name()),
        "grants",
        List.of(grant));
  }
}
