package licencehub.hub.federation;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import licencehub.federation.Correspondence;
import licencehub.federation.HubOperation;
import licencehub.federation.Peer;
import licencehub.federation.PeerLine;
import licencehub.federation.PeerQuestion;
import licencehub.federation.Told;
import licencehub.federation.line.HttpsPeerLine;
import licencehub.federation.message.MessageSigner;
import licencehub.ledger.Witness;
import licencehub.ledger.Witness.Seen;
import licencehub.model.Text;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Asks a peer for its newest checkpoint, as an operator tries it out; remembers nothing. */
public final class CheckpointQuestion implements PeerQuestion {
  private final PeerLine line;
  private final Correspondence correspondence;

  /**
   * @param here id of this hub
   */
  public CheckpointQuestion(String here, PeerIdentity identity, InstantSource clock) {
    this.line = new HttpsPeerLine(identity.transport());
    this.correspondence =
        new Correspondence(
            here,
            new MessageSigner(identity.signer(), new SecureRandom()),
            line,
            new Nothing(),
            Duration.ZERO,
            clock);
  }

  @Override
  public Heard ask(Peer peer, Duration patience) {
    ObjectNode content = JsonMapper.shared().createObjectNode();
    content.putObject("caller").put("name", "peer check");
    return switch (correspondence.askNow(peer, HubOperation.CHECKPOINT.wire(), content, patience)) {
      case Told.Answered it -> heard(it);
      case Told.Silent it -> new Heard.Unanswered(Text.of(it.why(), it.why()));
      case Told.Lied it -> new Heard.Unanswered(it.lie().text());
      case Told.Refused it ->
          new Heard.Unanswered(
              Text.of("对方不接受本枢纽的请求：" + it.why(), "it refuses this hub: " + it.why()));
    };
  }

  @Override
  public void close() {
    line.close();
  }

  private static Heard heard(Told.Answered told) {
    int status = told.answer().content().path("status").asInt();
    if (status != 200) {
      String code = told.answer().content().at("/json/code").asString("");
      return new Heard.Unanswered(
          Text.of("对方不准许：" + status + " " + code, "it declines: " + status + " " + code));
    }
    String size = told.answer().ledger().note().lines().skip(1).findFirst().orElse("0");
    return new Heard.Understood(
        Text.of("签名可信，账本 " + size + " 条", "signed as its card says; its ledger has " + size));
  }

  /** Has seen no ledger before, and forgets this one. */
  private static final class Nothing implements Witness.Memory {
    @Override
    public Optional<Seen> find(String origin) {
      return Optional.empty();
    }

    @Override
    public void keep(String origin, Seen seen) {}
  }
}
