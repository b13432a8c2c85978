package licencehub.hub.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import licencehub.hub.access.Caller;
import licencehub.hub.access.KeyedHash;
import licencehub.hub.access.Role;
import licencehub.hub.access.Tokens;
import licencehub.hub.config.ConfigFolder;
import licencehub.model.Text;
import licencehub.model.code.CreditCode;
import licencehub.model.code.HolderCode;
import licencehub.model.code.HolderCodeType;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "token",
    description = {
      "签发短期令牌，标准输出只有令牌本身",
      "Issue a short-lived token; standard output is the token and nothing else"
    })
final class TokenCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  @Mixin private Talk talk = new Talk();
  @Mixin private ConfigOption config = new ConfigOption();

  @Option(
      names = "--role",
      paramLabel = "ROLE",
      required = true,
      description = {
        "角色：department、approver、supervisor、auditor、agent、operator、peer",
        "role: department, approver, supervisor, auditor, agent, operator or peer"
      })
  private String role = "";

  @Option(
      names = "--department",
      paramLabel = "CODE",
      description = {
        "统一社会信用代码；department 角色必填，approver 用证时也要",
        "unified social credit code; needed for the role department, and by approvers to use licences"
      })
  private @Nullable String department;

  @Option(
      names = "--holder-file",
      paramLabel = "FILE",
      description = {
        "agent 角色必填：文件中写持证主体代码类型和代码，如 001 91350100M000100Y43；令牌只存其带密钥的散列",
        "needed for the role agent: a file with type and code of the holder it acts for, such as"
            + " 001 91350100M000100Y43; the token holds a keyed hash of it alone"
      })
  private @Nullable Path holderFile;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = {"账号或系统名，记入查询日志", "account or system; stands in the access log"})
  private @Nullable String name;

  TokenCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Role known = role();
    Optional<HolderCode> holder = holder(known);
    ConfigFolder folder = config.sound(talk.err());
    Path key = surroundings.launcher().tokenKey(folder);
    Caller caller = caller(known, holder.map(it -> KeyedHash.ofHolders(key).of(it)).orElse(null));
    Tokens tokens = Tokens.open(key, folder.hub().tokens().lifetime());
    talk.out().println(tokens.issue(caller, surroundings.clock().instant()));
    talk.out().flush();
    talk.say(
        Text.of(
            "令牌有效期 " + folder.hub().tokens().lifetime() + "，角色 " + caller.role().wire() + "。",
            "Good for "
                + folder.hub().tokens().lifetime()
                + ", role "
                + caller.role().wire()
                + "."));
    return Exit.OK.code();
  }

  private Role role() {
    Optional<Role> known = Role.find(role).filter(it -> it != Role.PUBLIC);
    if (known.isEmpty()) {
      String roles =
          Arrays.stream(Role.values())
              .filter(it -> it != Role.PUBLIC)
              .map(Role::wire)
              .collect(Collectors.joining(", "));
      throw new CommandFailed(
          Exit.USAGE,
          Text.of("没有角色“" + role + "”", "there is no role \"" + role + '"'),
          Text.of("可用：" + roles, "there are: " + roles));
    }
    return known.get();
  }

  /** From a file, for arguments are seen by everybody on the machine. */
  private Optional<HolderCode> holder(Role known) {
    if ((known == Role.AGENT) != (holderFile != null)) {
      throw new CommandFailed(
          Exit.USAGE,
          Text.of("--holder-file 与 agent 角色须同时给出", "--holder-file and the role agent go together"),
          Text.of(
              "例如 --role agent --holder-file holder.txt",
              "as in --role agent --holder-file holder.txt"));
    }
    if (holderFile == null) {
      return Optional.empty();
    }
    try {
      String[] words = Files.readString(holderFile).strip().split("\\s+", 2);
      return Optional.of(
          new HolderCode(HolderCodeType.parse(words[0]), words.length > 1 ? words[1] : ""));
    } catch (IOException e) {
      throw new CommandFailed(
          Exit.USAGE,
          Text.of("读不到 " + holderFile, "cannot read " + holderFile),
          Text.of("核对路径", "check the path"));
    }
  }

  private Caller caller(Role known, @Nullable String holder) {
    CreditCode code = department == null ? null : new CreditCode(department);
    String shown = name != null ? name : code != null ? code.text() : known.wire();
    return new Caller(shown, known, code, holder);
  }
}
