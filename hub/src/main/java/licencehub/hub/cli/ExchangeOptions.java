package licencehub.hub.cli;

import licencehub.federation.exchange.Exchange;
import licencehub.federation.exchange.Extent;
import licencehub.model.Text;
import licencehub.model.code.CreditCode;
import licencehub.model.event.Organisation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is agreed with a peer about cases. */
final class ExchangeOptions {
  @Option(
      names = "--gives",
      paramLabel = "EXTENT",
      description = {
        "与其辖区有关的办件给到什么程度：none、catalogue、metadata、full；省略则保持原样，新接入的为 none",
        "how much it is told of cases that concern its region: none, catalogue, metadata, full; as"
            + " before when left out, and none for a new one"
      })
  private @Nullable String gives;

  @Option(
      names = "--takes-from",
      paramLabel = "CODE:NAME",
      description = {
        "取其给出的办件；写其主管单位的统一社会信用代码和名称。省略则保持原样，新接入的不取",
        "take the cases it gives; names the body that answers for them. As before when left out,"
            + " and nothing is taken from a new one"
      })
  private @Nullable String takesFrom;

  /**
   * What is agreed from now on.
   *
   * @param known what was before
   * @throws CommandFailed when an option says nothing that can be
   */
  Exchange over(Exchange known) {
    return new Exchange(
        gives == null ? known.gives() : extent(gives),
        takesFrom == null ? known.takesFrom() : body(takesFrom));
  }

  private static Extent extent(String word) {
    return Extent.find(word)
        .orElseThrow(
            () ->
                new CommandFailed(
                    Exit.USAGE,
                    Text.of("没有这种程度：" + word, "there is no extent " + word),
                    Text.of(
                        "用 none、catalogue、metadata 或 full",
                        "use none, catalogue, metadata or full")));
  }

  private static Organisation body(String text) {
    String[] parts = text.split(":", 2);
    if (parts.length < 2 || parts[1].isBlank()) {
      throw new CommandFailed(
          Exit.USAGE,
          Text.of("--takes-from 缺少名称：" + text, "--takes-from has no name: " + text),
          Text.of("例如 11440300MB2D000147:示例局", "for example 11440300MB2D000147:Example Bureau"));
    }
    return new Organisation(new CreditCode(parts[0].strip()), parts[1].strip());
  }
}
