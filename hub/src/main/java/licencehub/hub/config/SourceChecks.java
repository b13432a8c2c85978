package licencehub.hub.config;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import licencehub.connectors.Connector;
import licencehub.connectors.DialectKind;
import licencehub.model.MalformedValue;
import licencehub.model.Text;
import licencehub.model.code.CreditCode;
import licencehub.model.code.LicenceTypeCode;
import licencehub.model.code.RegionCode;
import licencehub.model.code.SourceId;
import licencehub.model.event.EventType;
import licencehub.model.event.Organisation;
import org.jspecify.annotations.Nullable;

/** What a schema cannot say about one source: the words it uses must mean something here. */
final class SourceChecks {
  private final Kinds kinds;
  private final Set<String> policies;
  private final PointedFiles files;

  /**
   * @param policies names of the policies in {@code hub.yaml}
   */
  SourceChecks(Kinds kinds, Set<String> policies, PointedFiles files) {
    this.kinds = kinds;
    this.policies = policies;
    this.files = files;
  }

  void check(Tree department, Tree source) {
    SourceId id = source.get("id").value(SourceId::new);
    if (id != null && (SourceId.HUB.equals(id) || id.isPeers())) {
      source
          .get("id")
          .wrong(
              Text.of(
                  "来源标识 hub 和 peer- 开头的留给枢纽自身和对等枢纽",
                  "the source id hub, and those that begin with peer-, are kept for hubs"),
              Text.of("换一个标识，例如 sz-market-front", "choose another, for example sz-market-front"));
    }
    connector(source);
    dialect(department, source);
    trust(source);
    Words.known(source.get("policy"), policies, Text.of("验签策略", "policy"));
    Tree types = source.get("mayState").get("licenceTypes");
    types.items().forEach(it -> it.value(LicenceTypeCode::new));
    source.get("signers").items().forEach(files::certificate);
  }

  private void connector(Tree source) {
    Tree kind = source.get("connector");
    if (Words.known(kind, kinds.connectors().keySet(), Text.of("连接器", "connector"))) {
      Connector connector = kinds.connector(kind.text()).orElseThrow();
      SettingsCheck.check(connector.spec().settingsSchema(), source.get("settings"));
      files.secrets(source.get("settings"));
    }
  }

  private void dialect(Tree department, Tree source) {
    Tree name = source.get("dialect");
    if (!Words.known(name, kinds.dialects().keySet(), Text.of("方言", "dialect"))) {
      return;
    }
    SourceId id = quiet(source.get("id"), SourceId::new);
    CreditCode code = quiet(department.get("department").get("code"), CreditCode::new);
    RegionCode region = quiet(department.get("region"), RegionCode::new);
    if (id != null && code != null && region != null) {
      DialectKind dialect = kinds.dialect(name.text()).orElseThrow();
      String body = department.get("department").get("name").text();
      Tree mapping = source.get("mapping");
      try {
        dialect.open(id, new Organisation(code, body), region, mapping.object());
      } catch (MalformedValue e) {
        mapping.faults().add(mapping.at(), "", e);
      }
    }
  }

  private static void trust(Tree source) {
    Tree trust = source.get("trust");
    boolean licences =
        DepartmentReading.mandate(source.get("mayState")).events().stream()
            .anyMatch(EventType::isLicence);
    boolean noSigners = source.get("signers").items().isEmpty();
    if (trust.text().equals("channel") && licences && noSigners) {
      trust.wrong(
          Text.of(
              "通道信任只适用于办件数据，证照须有签名，却没有列出签名证书",
              "a channel is trusted with case data only: licences need signatures, and no signer is"
                  + " listed"),
          Text.of(
              "列出 signers，或从 mayState.events 去掉证照事件",
              "list signers, or take licence events out of mayState.events"));
    }
    if (trust.text().equals("signed") && noSigners) {
      source
          .get("signers")
          .wrong(
              Text.of("要求签名却没有列出签名证书", "signatures are required and no signer is listed"),
              Text.of(
                  "列出部门的证书文件，例如 [trust/signers/sz-market.pem]",
                  "list its certificates, for example [trust/signers/sz-market.pem]"));
    }
  }

  /** The value, or null where it is malformed; the fault is somebody else's to report. */
  private static <T> @Nullable T quiet(Tree tree, Function<String, T> type) {
    FaultList nowhere = new FaultList(tree.faults().file(), Map.of());
    return new Tree(tree.node(), tree.at(), nowhere).value(type);
  }
}
