package licencehub.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import licencehub.demo.players.Blemish;
import licencehub.demo.players.Envelopes;
import licencehub.demo.players.Sending;
import licencehub.demo.stage.Authority;
import licencehub.demo.world.Body;
import licencehub.demo.world.JointTelling;
import licencehub.demo.world.Story;
import licencehub.demo.world.StoryTeller;
import licencehub.model.event.EventType;
import licencehub.verification.SignerKey;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code licencehub sample}: signed records to try things with, sound or with one flaw. */
@Command(
    name = "sample",
    description = {
      "生成签名的样例记录，每行一条；同一种子总得到同样的内容",
      "Make signed sample records, one a line; the same seed gives the same content"
    })
final class SampleCommand implements Callable<Integer> {
  private static final Instant BEGINNING = Instant.parse("2026-01-05T01:00:00Z");
  private static final long APART_FROM_DEMO = 5_000_000;
  private static final long ROOM = 4_000_000;

  /** Stories within which everything there is was told. */
  private static final long LIKELY = 1_000;

  private static final JsonMapper JSON = new JsonMapper();

  /** How a sample is wrapped. */
  enum Form {
    DSSE,
    CMS,
    NONE
  }

  @Spec CommandSpec spec = CommandSpec.create();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = {"显示帮助", "show this help"})
  boolean help;

  @Option(
      names = "-n",
      paramLabel = "N",
      defaultValue = "1",
      description = {"记录数", "number of records"})
  int number = 1;

  @Option(
      names = "--seed",
      paramLabel = "SEED",
      defaultValue = "1",
      description = {"种子", "seed"})
  long seed = 1;

  @Option(
      names = "--schema",
      paramLabel = "TYPE",
      description = {"只要这种事件，如 licence.issued.v1", "only this type, such as licence.issued.v1"})
  @Nullable String schema;

  @Option(
      names = "--flaw",
      paramLabel = "FLAW",
      defaultValue = "NONE",
      description = {"瑕疵：${COMPLETION-CANDIDATES}", "flaw: one of these"})
  Blemish flaw = Blemish.NONE;

  @Option(
      names = "--form",
      paramLabel = "FORM",
      defaultValue = "DSSE",
      description = {"信封：${COMPLETION-CANDIDATES}", "envelope: one of these"})
  Form form = Form.DSSE;

  @Option(
      names = "--demo",
      paramLabel = "DIR",
      defaultValue = "data/demo",
      description = {"用该演示中 HTTP 报送部门的密钥签名", "sign with the keys of this demo's HTTP department"})
  Path demo = Path.of("data/demo");

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = {"改用此 PEM 文件中的私钥和证书", "sign with the key and certificate in this PEM file"})
  @Nullable Path key;

  @Override
  public Integer call() throws IOException {
    Body body = Body.number(0);
    List<ObjectNode> documents = documents(body).limit(number).toList();
    Envelopes envelopes = new Envelopes(keys(body));
    OutputStream out = System.out;
    for (ObjectNode it : documents) {
      out.write(line(envelopes, new Sending(it, flaw)));
      out.write('\n');
    }
    out.flush();
    return 0;
  }

  private Stream<ObjectNode> documents(Body body) {
    StoryTeller teller = new StoryTeller(seed, BEGINNING);
    @Nullable EventType wanted = schema == null ? null : EventType.parse(schema);
    if (wanted != null && all(teller, body, wanted, LIKELY).findFirst().isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          "没有 "
              + wanted.wire()
              + " 的样本：部门不报这种事件 there is no sample of it: departments do not tell of such");
    }
    return all(teller, body, wanted, ROOM);
  }

  private Stream<ObjectNode> all(
      StoryTeller teller, Body body, @Nullable EventType wanted, long stories) {
    return LongStream.range(0, stories)
        .mapToObj(it -> teller.tell(body, APART_FROM_DEMO + (seed * 1_000 + it) % ROOM))
        .flatMap(it -> told(it, wanted).stream())
        .filter(it -> wanted == null || it.required("type").asString().equals(wanted.wire()));
  }

  /** Of joint applications no story tells by itself. */
  private static List<ObjectNode> told(Story story, @Nullable EventType wanted) {
    return wanted != null && wanted.wire().startsWith("joint.")
        ? JointTelling.of(story)
        : story.documents();
  }

  private byte[] line(Envelopes envelopes, Sending sending) {
    return switch (form) {
      case DSSE -> envelopes.dsse(sending);
      case CMS -> Base64.getEncoder().encode(envelopes.cms(sending));
      case NONE -> JSON.writeValueAsBytes(sending.document());
    };
  }

  private Authority.Keys keys(Body body) {
    if (key != null) {
      SignerKey own = SignerKey.load(key);
      return new Authority.Keys(own, own);
    }
    return new Authority(demo.resolve("config"), demo.resolve("departments/keys")).keys(body);
  }
}
