package licencehub.hub.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import licencehub.federation.HubCard;
import licencehub.federation.card.CardFile;
import licencehub.hub.config.ConfigFolder;
import licencehub.hub.config.FederationSection;
import licencehub.hub.federation.OwnCard;
import licencehub.hub.federation.PeerIdentity;
import licencehub.model.Text;
import licencehub.verification.EnvelopeSigner;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "card",
    description = {
      "写出本枢纽的名片，交给对方；其中没有秘密，请另行（如电话）核对指纹",
      "Write this hub's card for another hub; nothing in it is secret. Compare fingerprints over"
          + " another way, such as the telephone"
    })
final class PeerCardCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  @Mixin private Talk talk = new Talk();
  @Mixin private ConfigOption config = new ConfigOption();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = {"写到文件，省略则写到标准输出", "where to write it; standard output when left out"})
  private @Nullable Path out;

  PeerCardCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    ConfigFolder folder = config.sound(talk.err());
    FederationSection federation = PeerTalk.federation(folder);
    PeerIdentity identity = surroundings.launcher().peerIdentity(folder);
    HubCard card =
        OwnCard.of(folder.hub(), federation, identity, surroundings.launcher().ledgerKeys(folder));
    byte[] file =
        CardFile.write(
            card,
            new EnvelopeSigner(identity.signer(), new SecureRandom()),
            surroundings.clock().instant());
    write(file);
    new PeerTalk(talk).introduce(card);
    talk.say(
        Text.of(
            "把名片交给对方，并在电话里核对以上指纹。",
            "Hand it over, and compare these fingerprints on the telephone."));
    return Exit.OK.code();
  }

  private void write(byte[] file) {
    if (out == null) {
      talk.out().print(new String(file, StandardCharsets.UTF_8));
      talk.out().flush();
      return;
    }
    try {
      Files.write(out, file);
    } catch (IOException e) {
      throw new CommandFailed(
          Exit.FAILED,
          Text.of("写不了 " + out, "cannot write " + out),
          Text.of("检查目录和权限", "check the folder and its permissions"));
    }
  }
}
