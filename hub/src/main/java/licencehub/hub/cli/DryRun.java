package licencehub.hub.cli;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import licencehub.connectors.Connector;
import licencehub.connectors.Discovered;
import licencehub.connectors.Probe.StepFailed;
import licencehub.connectors.RawRecord;
import licencehub.connectors.SourceConfig;
import licencehub.model.Text;
import licencehub.routes.Journey;
import licencehub.routes.SourceRules;
import licencehub.schemas.Catalogue;

/**
 * The dry run of one source: every step a record would take, through the code that takes it in
 * earnest, without acknowledging, marking, moving, deleting or writing anything. What the source
 * offers is looked at before and after.
 */
final class DryRun {
  private final Connector connector;
  private final Supplier<SourceRules> opening;
  private final LiveProbe probe;
  private final InstantSource clock;

  private List<Discovered> offers = List.of();
  private List<RawRecord> first = List.of();
  private final Judgement judgement = new Judgement();
  private final List<Text> changes = new ArrayList<>();
  private boolean compared;

  /**
   * @param opening reads certificates and opens the dialect
   */
  DryRun(Connector connector, Supplier<SourceRules> opening, LiveProbe probe, InstantSource clock) {
    this.connector = connector;
    this.opening = opening;
    this.probe = probe;
    this.clock = clock;
  }

  /**
   * @param limit records to read at the most
   */
  DryRunReport run(int limit) {
    boolean completed = true;
    try {
      SourceRules rules = rules();
      connector.check(rules.config(), probe);
      look(rules.config(), limit);
      judge(rules);
      compare(rules.config(), limit);
    } catch (StepFailed reported) {
      // The probe has shown which step failed and why; later steps make no sense.
      completed = false;
    }
    return new DryRunReport(probe.steps(), offers, judgement, completed, compared, changes);
  }

  private SourceRules rules() {
    List<SourceRules> opened = new ArrayList<>();
    probe.step(
        Text.of("读取设置、密钥与证书", "settings, secrets and certificates"),
        () -> {
          opened.add(opening.get());
          return "签名证书 signers: " + opened.getFirst().signers().size();
        });
    return opened.getFirst();
  }

  private void look(SourceConfig config, int limit) {
    probe.step(
        Text.of("发现", "discover"),
        () -> {
          offers = connector.discover(config);
          return String.join("；", offers.stream().map(DryRun::shown).toList());
        });
    probe.step(
        Text.of("读前" + limit + "条", "read the first " + limit),
        () -> {
          first = connector.sample(config, limit);
          return first.size() + " 条 records";
        });
  }

  private void judge(SourceRules rules) {
    Journey journey = new Journey(new Catalogue());
    probe.step(
        Text.of("识别、检查、验签、授权", "recognise, check, verify, authorise"),
        () -> {
          first.stream()
              .flatMap(it -> rules.config().dialect().split(it).stream())
              .forEach(it -> judgement.add(journey.judge(rules, it, clock.instant())));
          return judgement.fit() + " / " + judgement.entries().size() + " 可接收 would be accepted";
        });
  }

  private void compare(SourceConfig config, int limit) {
    Fingerprint before = Fingerprint.of(offers, first);
    probe.step(
        Text.of("比对源端前后", "compare the source before and after"),
        () -> {
          Fingerprint after =
              Fingerprint.of(connector.discover(config), connector.sample(config, limit));
          changes.addAll(before.differences(after));
          compared = true;
          return changes.isEmpty() ? "一致 the same" : "有差异 different";
        });
  }

  private static String shown(Discovered it) {
    Text note = it.note();
    return it.kind()
        + " "
        + it.name()
        + (it.waiting() < 0 ? "" : " (" + it.waiting() + " 条待取 waiting)")
        + (note == null ? "" : " [" + note + "]");
  }
}
