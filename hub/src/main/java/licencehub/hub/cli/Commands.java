package licencehub.hub.cli;

import licencehub.model.MalformedValue;
import licencehub.model.Text;
import licencehub.model.Unavailable;
import picocli.CommandLine;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;
import picocli.CommandLine.Help.TextTable;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Puts the command line together: every command, bilingual headings, exit codes for failures. */
public final class Commands {
  private static final int WIDTH = 100;
  private static final int NAME_MARGIN = 4;

  private Commands() {}

  /**
   * @param sources sub-commands of other modules
   */
  public static CommandLine commandLine(
      Surroundings surroundings, Iterable<CommandSource> sources) {
    CommandLine root =
        new CommandLine(new RootCommand())
            .addSubcommand(new RunCommand(surroundings))
            .addSubcommand(new CheckCommand(surroundings))
            .addSubcommand(connector(surroundings))
            .addSubcommand(new DoctorCommand(surroundings))
            .addSubcommand(new TokenCommand(surroundings))
            .addSubcommand(new SubmitCommand(surroundings))
            .addSubcommand(quarantine(surroundings))
            .addSubcommand(keys(surroundings))
            .addSubcommand(new StatusCommand(surroundings))
            .addSubcommand(new ReconcileCommand(surroundings))
            .addSubcommand(new VerifyCommand(surroundings))
            .addSubcommand(new AuditCommand(surroundings))
            .addSubcommand(backup(surroundings))
            .addSubcommand(new MigrateCommand(surroundings))
            .addSubcommand(new WitnessCommand(surroundings))
            .addSubcommand(peer(surroundings))
            .addSubcommand(imports())
            .addSubcommand(exemptions(surroundings));
    for (CommandSource source : sources) {
      source.commands().forEach(root::addSubcommand);
    }
    root.addSubcommand(new CompletionCommand())
        .addSubcommand(new VersionCommand())
        .addSubcommand(new HelpCommand());
    dress(root);
    return root.setExecutionExceptionHandler(Commands::failed)
        .setParameterExceptionHandler(Commands::usedWrongly)
        .setCaseInsensitiveEnumValuesAllowed(true);
  }

  private static CommandLine connector(Surroundings surroundings) {
    return new CommandLine(new ConnectorCommand())
        .addSubcommand(new ConnectorCheckCommand(surroundings))
        .addSubcommand(new ConnectorListCommand())
        .addSubcommand(new ConnectorKindsCommand());
  }

  private static CommandLine quarantine(Surroundings surroundings) {
    return new CommandLine(new QuarantineCommand(surroundings))
        .addSubcommand(new QuarantineListCommand(surroundings))
        .addSubcommand(new QuarantineShowCommand(surroundings))
        .addSubcommand(new QuarantineReplayCommand(surroundings))
        .addSubcommand(new QuarantineStopCommand(surroundings));
  }

  private static CommandLine keys(Surroundings surroundings) {
    return new CommandLine(new KeysCommand())
        .addSubcommand(new KeysStatusCommand(surroundings))
        .addSubcommand(new KeysRotateCommand(surroundings))
        .addSubcommand(new KeysRetireCommand(surroundings));
  }

  private static CommandLine backup(Surroundings surroundings) {
    return new CommandLine(new BackupCommand())
        .addSubcommand(new BackupMakeCommand(surroundings))
        .addSubcommand(new BackupListCommand())
        .addSubcommand(new BackupCheckCommand(surroundings))
        .addSubcommand(new BackupRestoreCommand(surroundings));
  }

  private static CommandLine peer(Surroundings surroundings) {
    return new CommandLine(new PeerCommand())
        .addSubcommand(new PeerCardCommand(surroundings))
        .addSubcommand(new PeerAddCommand(surroundings, Terminal::ask))
        .addSubcommand(new PeerListCommand())
        .addSubcommand(new PeerCheckCommand(surroundings));
  }

  private static CommandLine imports() {
    return new CommandLine(new ImportCommand())
        .addSubcommand(new ImportTypesCommand())
        .addSubcommand(new ImportItemsCommand());
  }

  private static CommandLine exemptions(Surroundings surroundings) {
    return new CommandLine(new ExemptionsCommand())
        .addSubcommand(new ExemptionsTryCommand(surroundings));
  }

  private static void dress(CommandLine command) {
    UsageMessageSpec usage = command.getCommandSpec().usageMessage();
    usage.width(WIDTH);
    usage.synopsisHeading("用法 Usage: ");
    usage.descriptionHeading("%n");
    usage.parameterListHeading("%n参数 Parameters:%n");
    usage.optionListHeading("%n选项 Options:%n");
    usage.commandListHeading("%n命令 Commands:%n");
    command.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, Commands::list);
    command.getSubcommands().values().forEach(Commands::dress);
  }

  /** The commands with their whole description: both languages. */
  private static String list(CommandLine.Help help) {
    int longest = help.subcommands().keySet().stream().mapToInt(String::length).max().orElse(0);
    TextTable table =
        TextTable.forColumns(
            help.colorScheme(),
            new Column(longest + NAME_MARGIN, 2, Overflow.SPAN),
            new Column(WIDTH - longest - NAME_MARGIN, 2, Overflow.WRAP));
    table.setAdjustLineBreaksForWideCJKCharacters(true);
    for (var each : help.subcommands().entrySet()) {
      String name = each.getKey();
      for (String line : each.getValue().commandSpec().usageMessage().description()) {
        table.addRowValues(help.colorScheme().commandText(name), help.colorScheme().text(line));
        name = "";
      }
    }
    return table.toString();
  }

  private static int failed(Exception cause, CommandLine command, ParseResult parsed) {
    return switch (cause) {
      case CommandFailed it ->
          tell(command, String.valueOf(it.getMessage()), it.remedy(), it.exit());
      case MalformedValue it -> tell(command, it.text().toString(), help(command), Exit.USAGE);
      case Unavailable it ->
          tell(
              command,
              String.valueOf(it.getMessage()),
              Text.of("稍后再试，或运行 licencehub doctor", "try again later, or run licencehub doctor"),
              Exit.UNREACHABLE);
      default -> {
        cause.printStackTrace(command.getErr());
        yield tell(
            command,
            Text.of("内部错误：" + cause, "internal fault: " + cause).toString(),
            Text.of("请连同以上内容报告", "report it with what stands above"),
            Exit.FAILED);
      }
    };
  }

  private static int usedWrongly(ParameterException wrong, String[] arguments) {
    CommandLine command = wrong.getCommandLine();
    String zh =
        switch (wrong) {
          case UnmatchedArgumentException it -> "不认识的参数：";
          case MissingParameterException it -> "缺少参数：";
          default -> "参数有误：";
        };
    tell(command, zh + wrong.getMessage(), help(command), Exit.USAGE);
    if (wrong instanceof UnmatchedArgumentException unmatched) {
      UnmatchedArgumentException.printSuggestions(unmatched, command.getErr());
    }
    return Exit.USAGE.code();
  }

  private static Text help(CommandLine command) {
    String name = command.getCommandSpec().qualifiedName();
    return Text.of("用法见 " + name + " --help", "see " + name + " --help");
  }

  private static int tell(CommandLine command, String message, Text remedy, Exit exit) {
    command.getErr().println(command.getColorScheme().errorText(message));
    command.getErr().println("→ " + remedy);
    command.getErr().flush();
    return exit.code();
  }
}
