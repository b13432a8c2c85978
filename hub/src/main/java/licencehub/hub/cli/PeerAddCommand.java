package licencehub.hub.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import licencehub.federation.HubCard;
import licencehub.federation.HubOperation;
import licencehub.federation.Peer;
import licencehub.federation.card.CardFile;
import licencehub.federation.exchange.Exchange;
import licencehub.hub.config.ConfigFault;
import licencehub.hub.config.ConfigFolder;
import licencehub.hub.config.PeerFolder;
import licencehub.model.Text;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "add",
    description = {
      "按名片接入一个枢纽，写成 peers/ID.yaml；先在电话里核对签名证书的指纹，它保证整张名片",
      "Let a hub in by its card, as peers/ID.yaml; first compare the fingerprint of its signature"
          + " on the telephone, which vouches for the whole card"
    })
final class PeerAddCommand implements Callable<Integer> {
  /** What a hub may ask unless more is said: nothing about anybody. */
  private static final Set<String> LEAST = Set.of(HubOperation.CHECKPOINT.wire());

  private static final Text QUESTION =
      Text.of("对方读出的指纹与上面一致？输入 yes 接入：", "Is this what they read out? Type yes to let it in:");

  private final Surroundings surroundings;
  private final Function<Text, Optional<String>> terminal;
  @Mixin private Talk talk = new Talk();
  @Mixin private ConfigOption config = new ConfigOption();

  @Parameters(
      paramLabel = "FILE",
      description = {"对方的名片", "the card the other hub handed over"})
  private Path file = Path.of("");

  @Option(
      names = "--may",
      paramLabel = "OPERATION",
      split = ",",
      description = {
        "它可以向本枢纽询问的操作，逗号分隔；省略则保持原样，新接入的只有 checkpoint",
        "what it may ask here, with commas; as before when left out, and checkpoint alone for a new"
            + " one"
      })
  private @Nullable List<String> may;

  @Option(
      names = "--trusts-files",
      arity = "1",
      paramLabel = "true|false",
      description = {
        "其辖区的证照文件是否按它公布的信任锚核验；省略则保持原样，新接入的为 false",
        "whether licence files of its region are verified under the anchors it lists; as before when"
            + " left out, and false for a new one"
      })
  private @Nullable Boolean trustsFiles;

  @Mixin private ExchangeOptions exchange = new ExchangeOptions();

  @Option(
      names = "--fingerprint",
      paramLabel = "SHA256",
      description = {
        "已核对的签名证书指纹，代替当面确认；没有终端时必填",
        "the fingerprint of its signature as compared, in place of a yes; needed without a terminal"
      })
  private @Nullable String fingerprint;

  @Option(
      names = "--replace",
      description = {"允许换掉已接入枢纽的证书", "let other certificates take the place of known ones"})
  private boolean replace;

  /**
   * @param terminal asks the operator; empty where there is none
   */
  PeerAddCommand(Surroundings surroundings, Function<Text, Optional<String>> terminal) {
    this.surroundings = surroundings;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    ConfigFolder folder = config.sound(talk.err());
    HubCard card = card();
    new PeerTalk(talk).introduce(card);
    Optional<Peer> before =
        folder.peers().stream().filter(it -> it.hub().equals(card.hub())).findFirst();
    before.map(Peer::card).ifPresent(it -> mayTakeItsPlace(it, card));
    confirm(card);
    Set<String> words = words(before);
    Exchange agreed = exchange.over(before.map(Peer::exchange).orElse(Exchange.NONE));
    boolean trusts =
        trustsFiles == null ? before.map(Peer::trustsFiles).orElse(false) : trustsFiles;
    List<ConfigFault> faults =
        new PeerFolder(config.folder()).put(new Peer(card, words, agreed, trusts));
    if (!faults.isEmpty()) {
      ConfigOption.show(faults, talk.err());
      throw new CommandFailed(
          Exit.INVALID,
          Text.of("没有接入，配置未改动", "it was not let in, the configuration is as it was"),
          Text.of("按以上各处改正后重试", "correct what stands above and try again"));
    }
    talk.out().println(config.folder().resolve("peers").resolve(card.hub() + ".yaml"));
    talk.out().flush();
    talk.say(
        Text.of(
            "已接入；可询问：" + String.join(" ", words),
            "Let in. Next: licencehub peer check " + card.hub()));
    return Exit.OK.code();
  }

  /** In order; an empty word stands for nothing at all. */
  private NavigableSet<String> words(Optional<Peer> before) {
    Set<String> said =
        may == null
            ? before.map(Peer::may).orElse(LEAST)
            : may.stream().filter(it -> !it.isBlank()).collect(Collectors.toSet());
    return new TreeSet<>(said);
  }

  private HubCard card() {
    return switch (CardFile.read(InputFile.bytes(file), surroundings.clock().instant())) {
      case CardFile.Read.Sound it -> it.card();
      case CardFile.Read.Unsound it ->
          throw new CommandFailed(
              Exit.NEGATIVE,
              it.why(),
              Text.of("请对方重新用 peer card 写一份", "have it written anew, with peer card"));
    };
  }

  private void mayTakeItsPlace(HubCard known, HubCard card) {
    boolean same =
        known.transport().equals(card.transport()) && known.signer().equals(card.signer());
    if (!same && !replace) {
      throw new CommandFailed(
          Exit.INVALID,
          Text.of(
              card.hub() + " 已接入，而证书不同", card.hub() + " has been let in with other certificates"),
          Text.of("核实对方确实换了证书，再加 --replace", "make sure it has new ones, then add --replace"));
    }
  }

  private void confirm(HubCard card) {
    if (fingerprint != null) {
      if (!ReadAloud.isOf(fingerprint, card.signer().getFirst())) {
        throw new CommandFailed(
            Exit.NEGATIVE,
            Text.of("指纹与名片不符", "the fingerprint is not that of the card's signature"),
            Text.of("这张名片不可信，请对方重新交来", "do not trust this card: have it handed over again"));
      }
      return;
    }
    String answer =
        terminal
            .apply(QUESTION)
            .orElseThrow(
                () ->
                    new CommandFailed(
                        Exit.USAGE,
                        Text.of("没有终端可供确认", "there is no terminal to ask at"),
                        Text.of("核对指纹后加 --fingerprint", "compare it, then add --fingerprint")));
    if (!answer.equalsIgnoreCase("yes")) {
      throw new CommandFailed(
          Exit.FAILED,
          Text.of("没有接入，什么也没有改动", "it was not let in, nothing has changed"),
          Text.of("指纹一致时输入 yes", "type yes when the fingerprint is the same"));
    }
  }
}
