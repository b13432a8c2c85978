package licencehub.hub.cli;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import licencehub.hub.witness.WitnessServer;
import licencehub.ledger.Cosigner;
import licencehub.ledger.FileMemory;
import licencehub.ledger.VerifierKey;
import licencehub.ledger.Witness;
import licencehub.model.Text;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "witness",
    description = {
      "运行见证人：为别家枢纽的账本检查点作见证签名，记住签过什么，拒绝倒退和分叉",
      "Run a witness: cosigns checkpoints of other hubs' ledgers, remembers what it cosigned, and"
          + " refuses rollback and split views"
    })
final class WitnessCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  @Mixin private Talk talk = new Talk();

  @Option(
      names = "--name",
      paramLabel = "NAME",
      required = true,
      description = {
        "见证人名称，如 witness.example，启用后不要改",
        "the witness's name, as witness.example; never change it"
      })
  private String name = "";

  @Option(
      names = "--folder",
      paramLabel = "DIR",
      required = true,
      description = {
        "存放密钥和见证记录的目录，没有时自动建立；请备份",
        "where keys and what was cosigned are kept; made when missing; back it up"
      })
  private Path folder = Path.of("");

  @Option(
      names = "--keys",
      paramLabel = "FILE",
      required = true,
      arity = "1..*",
      description = {
        "所见证账本的公钥文件，即其 /api/v1/ledger/keys 的内容",
        "the keys of the ledgers to witness, as their /api/v1/ledger/keys tell them"
      })
  private List<Path> keys = new ArrayList<>();

  @Option(
      names = "--host",
      paramLabel = "HOST",
      defaultValue = "127.0.0.1",
      description = {"监听地址（默认 127.0.0.1）", "address to listen on (default: 127.0.0.1)"})
  private String host = "";

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "0",
      description = {"端口（默认任选空闲端口）", "the port (default: any free one)"})
  private int port;

  WitnessCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws InterruptedException {
    Cosigner cosigner =
        Cosigner.open(
            name,
            folder.resolve("witness.pem"),
            folder.resolve("witness-sm2.pem"),
            new SecureRandom());
    List<VerifierKey> ledgers =
        keys.stream()
            .flatMap(it -> LedgerKeys.read(it.toString(), InputFile.bytes(it)).stream())
            .toList();
    Witness witness = new Witness(cosigner, new FileMemory(folder.resolve("seen")), ledgers);
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(stopped::countDown, "stop-on-signal"));
    try (WitnessServer server = WitnessServer.start(witness, host, port, surroundings.clock())) {
      cosigner.keys().forEach(it -> talk.out().println(it));
      talk.out()
          .println(
              Text.of(
                  "就绪 http://" + host + ":" + server.port() + "/",
                  "Ready at http://" + host + ":" + server.port() + "/"));
      talk.out().flush();
      stopped.await();
    }
    return Exit.OK.code();
  }
}
