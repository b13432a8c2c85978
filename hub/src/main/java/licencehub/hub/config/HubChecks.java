package licencehub.hub.config;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import licencehub.hub.keys.KeyFolder;
import licencehub.model.Text;

/** What a schema cannot say about {@code hub.yaml}. */
final class HubChecks {
  private final Kinds kinds;
  private final PointedFiles files;

  HubChecks(Kinds kinds, PointedFiles files) {
    this.kinds = kinds;
    this.files = files;
  }

  void check(Tree hub) {
    Tree tls = hub.get("http").get("tls");
    files.certificate(tls.get("certificateFile"));
    files.exists(tls.get("keyFile"));
    files.certificate(tls.get("clientCaFile"));
    files.secrets(hub.get("broker").get("tls"));
    files.secrets(hub.get("broker").get("outside"));
    keys(hub.get("keys").get("command").items(), hub.get("data").get("folder"));
    DatabaseSection.check(hub.get("library"), kinds, files);
    SearchSection.check(hub.get("search"), kinds, files);
    FeedSection.check(hub.get("feed"), files);
    TracingSection.check(hub.get("tracing"), files);
    FederationSection.check(hub.get("federation"));
    trust(hub.get("trust"));
    ports(hub);
    retries(hub.get("quarantine"));
    RetentionSection.check(hub.get("retention"));
    BackupSection.check(hub.get("backup"), hub, files);
    uses(hub.get("uses"));
    orphans(hub.get("limits").get("fileOrphans"));
    WitnessReading.check(hub.get("ledger").get("witnesses"));
    FollowUpReading.check(hub.get("followUps"));
  }

  /** The command must be there to be run; key files that are there must be readable. */
  private void keys(List<Tree> command, Tree data) {
    command.stream().limit(1).forEach(files::executable);
    if (command.isEmpty() && data.node().isString()) {
      List<String> faults = KeyFolder.faults(files.path(data));
      if (!faults.isEmpty()) {
        data.wrong(
            Text.of("密钥文件不能用", "a key file cannot be used"),
            Text.of(String.join("; ", faults), "as it says"));
      }
    }
  }

  private void trust(Tree trust) {
    trust.get("anchors").items().forEach(files::certificates);
    trust.get("signers").items().forEach(files::certificates);
    trust.get("revocation").items().forEach(it -> files.exists(it.get("file")));
    Set<String> names = new HashSet<>();
    for (Tree policy : trust.get("policies").items()) {
      Tree name = policy.get("name");
      if (!name.text().isEmpty() && !names.add(name.text())) {
        name.wrong(
            Text.of("策略名重复", "this policy name stands twice"),
            Text.of("换一个名称", "choose another name"));
      }
    }
    if (!names.isEmpty() && !names.contains(HubSettings.USUAL_POLICY)) {
      trust
          .get("policies")
          .wrong(
              Text.of("缺少名为 standard 的策略", "there is no policy named standard"),
              Text.of("部门文件不写 policy 时用它；请加上", "sources that name none use it; add it"));
    }
  }

  private static void retries(Tree quarantine) {
    HubSettings.Quarantine pauses = HubReading.quarantine(quarantine);
    if (!pauses.retryFirst().isPositive()) {
      quarantine
          .get("retryFirst")
          .wrong(
              Text.of("首次间隔应大于零", "the first pause must be longer than nothing"),
              Text.of("例如 PT10S", "for example PT10S"));
    }
    if (pauses.retryMost().compareTo(pauses.retryFirst()) < 0) {
      quarantine
          .get("retryMost")
          .wrong(
              Text.of(
                  "最长间隔短于首次间隔 " + pauses.retryFirst(),
                  "the longest pause is below the first, " + pauses.retryFirst()),
              Text.of("改为不短于首次间隔", "make it at least as long as the first"));
    }
  }

  private static void uses(Tree uses) {
    if (!HubReading.uses(uses).life().isPositive()) {
      uses.get("life")
          .wrong(
              Text.of("用证码应有有效期", "a use code must count for some time"),
              Text.of("例如 P1D", "for example P1D"));
    }
  }

  private static void orphans(Tree life) {
    if (!life.duration(Duration.ofDays(1)).isPositive()) {
      life.wrong(
          Text.of("保留期应大于零", "a file must wait for some time"),
          Text.of("例如 P30D", "for example P30D"));
    }
  }

  private static void ports(Tree hub) {
    Tree http = hub.get("http").get("port");
    Tree broker = hub.get("broker");
    Set<Integer> taken = new TreeSet<>();
    Tree peers = hub.get("federation").get("port");
    for (Tree port : List.of(http, broker.get("amqpPort"), broker.get("corePort"), peers)) {
      Integer number = port.numberOrNull();
      if (number != null && number != 0 && !taken.add(number)) {
        port.wrong(
            Text.of("端口重复", "this port stands twice"),
            Text.of("换一个端口，0 表示任选", "choose another; 0 takes any free one"));
      }
    }
  }
}
