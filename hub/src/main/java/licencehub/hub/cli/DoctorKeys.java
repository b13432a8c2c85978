package licencehub.hub.cli;

import java.nio.file.Path;
import java.util.List;
import licencehub.hub.config.HubSettings;
import licencehub.hub.keys.KeyCommand;
import licencehub.hub.keys.KeyFolder;
import licencehub.hub.keys.KeyKind;
import licencehub.library.HeldKeys;
import licencehub.model.Text;
import licencehub.model.Unavailable;

/** Whether the library's keys can be had; they are named by their numbers only. */
final class DoctorKeys implements Doctor {
  private static final Text WHAT = Text.of("加密密钥", "encryption keys");
  private final HubSettings hub;

  DoctorKeys(HubSettings hub) {
    this.hub = hub;
  }

  @Override
  public List<Finding> look() {
    return List.of(hub.keys().command().isEmpty() ? files() : command());
  }

  private Finding files() {
    List<String> faults = KeyFolder.faults(hub.data());
    Path folder = hub.data().resolve("keys");
    return faults.isEmpty()
        ? Finding.good(WHAT, folder.toString())
        : new Finding(
            WHAT,
            Grade.BAD,
            String.join("; ", faults),
            Text.of("按所述处理，切勿新建同名文件", "do as it says; make no new file in its place"));
  }

  private Finding command() {
    try {
      HeldKeys held = new KeyCommand(hub.keys().command()).load();
      return Finding.good(
          WHAT, "data " + KeyKind.DATA.numbers(held) + ", index " + KeyKind.INDEX.numbers(held));
    } catch (Unavailable e) {
      return new Finding(
          WHAT,
          Grade.BAD,
          String.valueOf(e.getMessage()),
          Text.of("检查 hub.yaml 的 keys.command 及密钥服务", "check keys.command and the key service"));
    }
  }
}
