package licencehub.hub.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import licencehub.federation.HubCard;
import licencehub.federation.Peer;
import licencehub.ledger.VerifierKey;
import licencehub.model.Unavailable;
import licencehub.model.event.Organisation;
import licencehub.verification.SignerKey;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Writes the files of peers into a configuration folder. */
public final class PeerFolder {
  private final Path config;
  private final Path folder;

  /**
   * @param config the folder {@code hub.yaml} stands in
   */
  public PeerFolder(Path config) {
    this.config = config;
    this.folder = config.resolve("peers");
  }

  /**
   * Lets a hub in, or renews what is known of it. Where the configuration would not be sound with
   * it, everything is put back as it was.
   *
   * @return what speaks against it; nothing when it is done
   * @throws Unavailable when the folder cannot be written
   */
  public List<ConfigFault> put(Peer peer) {
    HubCard card = peer.card();
    Map<Path, byte[]> files = new LinkedHashMap<>();
    files.put(
        folder.resolve(card.hub() + ".transport.pem"), SignerKey.pem(List.of(card.transport())));
    files.put(folder.resolve(card.hub() + ".signer.pem"), SignerKey.pem(card.signer()));
    // Last: whoever follows the folder finds what it points to.
    files.put(folder.resolve(card.hub() + ".yaml"), yaml(peer).getBytes(UTF_8));
    try {
      Files.createDirectories(folder);
      Map<Path, byte @Nullable []> before = before(files.keySet());
      write(files);
      return switch (ConfigLoader.load(config)) {
        case Loaded.Sound it -> List.of();
        case Loaded.Unsound it -> {
          write(before);
          yield it.faults();
        }
      };
    } catch (IOException e) {
      throw new Unavailable(folder.toString(), "不能写 cannot be written: " + e.getMessage(), e);
    }
  }

  private static Map<Path, byte @Nullable []> before(Set<Path> files) throws IOException {
    Map<Path, byte @Nullable []> before = new LinkedHashMap<>();
    for (Path file : files) {
      before.put(file, Files.exists(file) ? Files.readAllBytes(file) : null);
    }
    return before;
  }

  /** Each file is there as a whole or not at all. */
  private static void write(Map<Path, ? extends byte @Nullable []> files) throws IOException {
    for (Map.Entry<Path, ? extends byte @Nullable []> each : files.entrySet()) {
      byte[] content = each.getValue();
      if (content == null) {
        Files.deleteIfExists(each.getKey());
      } else {
        Path draft = each.getKey().resolveSibling("." + each.getKey().getFileName());
        Files.write(draft, content);
        Files.move(draft, each.getKey(), ATOMIC_MOVE);
      }
    }
  }

  private static String yaml(Peer peer) {
    HubCard card = peer.card();
    return """
        # 由 ./licencehub peer add 按名片写成。Written by ./licencehub peer add from a card.
        # may、exchange、trustsFiles 由本枢纽决定，可随时修改；其余各项来自名片。
        # may, exchange and trustsFiles are this hub's to decide, at any time; the rest is the card's.
        hub: %1$s
        name:
          zh: %2$s
          en: %3$s
        region: %4$s
        level: %5$s
        address: %6$s
        certificateFile: peers/%1$s.transport.pem
        signerFile: peers/%1$s.signer.pem
        ledgerKeys:
        %7$s
        may: [%8$s]
        %9$s
        """
        .formatted(
            card.hub(),
            quoted(card.name().zh()),
            quoted(card.name().en()),
            quoted(card.region().text()),
            card.level().wire(),
            quoted(card.address().toString()),
            ledgerKeys(card),
            may(peer),
            agreed(peer));
  }

  private static String ledgerKeys(HubCard card) {
    return card.ledgerKeys().stream()
        .map(VerifierKey::toString)
        .map(it -> "  - " + quoted(it))
        .collect(Collectors.joining("\n"));
  }

  private static String may(Peer peer) {
    return peer.may().stream().sorted().map(PeerFolder::quoted).collect(Collectors.joining(", "));
  }

  private static String agreed(Peer peer) {
    Organisation body = peer.exchange().takesFrom();
    return "exchange: {gives: %s%s}\ntrustsFiles: %s"
        .formatted(
            peer.exchange().gives().wire(),
            body == null
                ? ""
                : ", takesFrom: {code: %s, name: %s}".formatted(body.code(), quoted(body.name())),
            peer.trustsFiles());
  }

  /** What a card says is anybody's text; quoted as JSON it is YAML too, and no more than a text. */
  private static String quoted(String text) {
    return JsonMapper.shared().writeValueAsString(text);
  }
}
