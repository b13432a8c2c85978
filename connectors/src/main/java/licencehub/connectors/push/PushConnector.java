package licencehub.connectors.push;

import java.util.List;
import licencehub.connectors.BatchSource;
import licencehub.connectors.Connector;
import licencehub.connectors.ConnectorSpec;
import licencehub.connectors.Discovered;
import licencehub.connectors.Positions;
import licencehub.connectors.Probe;
import licencehub.connectors.PushSource;
import licencehub.connectors.RawRecord;
import licencehub.connectors.SourceConfig;
import licencehub.connectors.settings.SettingsForm;
import licencehub.model.Text;

/** Takes what departments post to the hub. {@link #open} always returns a {@link PushSource}. */
public final class PushConnector implements Connector {
  private static final SettingsForm<PushSettings> FORM =
      SettingsForm.of(PushSettings.class, "push.schema.json");

  @Override
  public ConnectorSpec spec() {
    return new ConnectorSpec("http-push", Text.of("HTTP 报送", "HTTP push"), FORM.schema());
  }

  @Override
  public void check(SourceConfig config, Probe probe) {
    probe.step(
        Text.of("设置", "settings"),
        () ->
            "等待部门报送，暂存上限 waiting for the department, capacity "
                + FORM.read(config.settings()).capacity());
  }

  @Override
  public List<Discovered> discover(SourceConfig config) {
    return List.of(new Discovered("page", "/api/v1/submissions", List.of(), -1));
  }

  /** Nothing: what departments post is gone for them, so none may be taken for a look. */
  @Override
  public List<RawRecord> sample(SourceConfig config, int limit) {
    return List.of();
  }

  /** What was posted to one hub no other hub sees. */
  @Override
  public boolean isShared() {
    return true;
  }

  @Override
  public BatchSource open(SourceConfig config, Positions positions) {
    return new PushSource(config.id().text(), FORM.read(config.settings()).capacity());
  }
}
