package licencehub.hub.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "licencehub",
    versionProvider = VersionCommand.class,
    description = {
      "证照枢纽：汇集各部门办件与电子证照，逐一验签，随时可查。",
      "Licence Hub: collects departments' cases and electronic licences, verifies every"
          + " signature, and answers at once."
    },
    footer = {
      "",
      "退出码 Exit codes: 0 成功 done · 1 失败 failed · 2 用法错误 used wrongly · 3 校验未通过 validation failed"
          + " · 4 部分完成 partly done · 5 无权限 not allowed · 6 连接不上 unreachable · 7 核验结论为否"
          + " verification negative",
      "数据写到标准输出，说明写到标准错误。Data goes to standard output, talk to standard error."
    })
final class RootCommand implements Callable<Integer> {
  @Mixin private Talk talk = new Talk();

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = {"显示版本", "show the version"})
  private boolean version;

  @Override
  public Integer call() {
    talk.spec().commandLine().usage(talk.err());
    return version ? Exit.OK.code() : Exit.USAGE.code();
  }
}
