package licencehub.hub.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "keys",
    description = {
      "密钥：查看、轮换、移除旧密钥（需 operator 令牌）",
      "Keys: how they stand, change them, remove earlier ones (needs an operator's token)"
    })
final class KeysCommand implements Callable<Integer> {
  static final String PATH = "/api/v1/keys";

  @Mixin private Talk talk = new Talk();

  @Override
  public Integer call() {
    talk.spec().commandLine().usage(talk.err());
    return Exit.USAGE.code();
  }
}
