package licencehub.hub.cli;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import licencehub.hub.access.Caller;
import licencehub.hub.access.Role;
import licencehub.hub.access.Tokens;
import licencehub.hub.config.ConfigFolder;
import licencehub.model.Text;
import licencehub.model.code.CreditCode;
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
        "角色：department、approver、supervisor、auditor、operator、peer",
        "role: department, approver, supervisor, auditor, operator or peer"
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
      names = "--name",
      paramLabel = "NAME",
      description = {"账号或系统名，记入查询日志", "account or system; stands in the access log"})
  private @Nullable String name;

  TokenCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Caller caller = caller();
    ConfigFolder folder = config.sound(talk.err());
    Tokens tokens =
        Tokens.open(surroundings.launcher().tokenKey(folder), folder.hub().tokens().lifetime());
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

  private Caller caller() {
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
    CreditCode code = department == null ? null : new CreditCode(department);
    String shown = name != null ? name : code != null ? code.text() : known.get().wire();
    return new Caller(shown, known.get(), code);
  }
}
