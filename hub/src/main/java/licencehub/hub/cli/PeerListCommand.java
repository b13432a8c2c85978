package licencehub.hub.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import licencehub.federation.HubCard;
import licencehub.federation.Peer;
import licencehub.verification.Trust;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@Command(
    name = "list",
    description = {"列出已接入的对等枢纽", "List the hubs that have been let in"})
final class PeerListCommand implements Callable<Integer> {
  @Mixin private Talk talk = new Talk();
  @Mixin private ConfigOption config = new ConfigOption();
  @Mixin private OutputOption output = new OutputOption();

  @Override
  public Integer call() {
    Table table =
        new Table(
            "枢纽 HUB", "名称 NAME", "区划 REGION", "层级 LEVEL", "网址 ADDRESS", "证书至 UNTIL", "可询问 MAY");
    ArrayNode json = JsonMapper.shared().createArrayNode();
    for (Peer each : config.sound(talk.err()).peers()) {
      HubCard card = each.card();
      String may = String.join(" ", each.may().stream().sorted().toList());
      table.row(
          card.hub(),
          card.name().zh(),
          card.region(),
          card.level().wire(),
          card.address(),
          until(card),
          may.isEmpty() ? "–" : may);
      ObjectNode one = json.addObject().put("hub", card.hub());
      Json.put(one, "name", card.name());
      one.put("region", card.region().text()).put("level", card.level().wire());
      one.put("address", card.address().toString()).put("until", until(card).toString());
      one.put("transport", Trust.id(card.transport()).toString());
      one.put("signer", Trust.id(card.signer().getFirst()).toString());
      ArrayNode words = one.putArray("may");
      each.may().stream().sorted().forEach(words::add);
    }
    output.print(talk.out(), table, json);
    return Exit.OK.code();
  }

  /** The last day both certificates hold. */
  private static LocalDate until(HubCard card) {
    Instant transport = card.transport().getNotAfter().toInstant();
    Instant signer = card.signer().getFirst().getNotAfter().toInstant();
    Instant first = transport.isBefore(signer) ? transport : signer;
    return first.atOffset(ZoneOffset.UTC).toLocalDate();
  }
}
