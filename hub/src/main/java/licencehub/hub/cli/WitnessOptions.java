package licencehub.hub.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import licencehub.ledger.WitnessKey;
import licencehub.model.Text;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which witnesses are believed, and how many must have cosigned a checkpoint. */
final class WitnessOptions {
  @Option(
      names = "--witness",
      paramLabel = "KEY",
      description = {
        "所信任的见证人公钥，一行或存有公钥的文件，可多次给出",
        "keys of witnesses to believe: a key line or a file of them; may be given several times"
      })
  private List<String> given = new ArrayList<>();

  @Option(
      names = "--quorum",
      paramLabel = "N",
      description = {
        "检查点至少须有几个见证人的签名（默认全部）",
        "how many of the witnesses must have cosigned (default: all)"
      })
  private @Nullable Integer quorum;

  /** Says who cosigned; whether that is enough. Without witnesses nothing is asked. */
  boolean enough(String note, Marks marks) {
    Map<String, Optional<Instant>> cosigned = new TreeMap<>();
    for (WitnessKey key : given.stream().flatMap(WitnessOptions::keys).toList()) {
      Optional<Instant> at = key.cosignedAt(note.getBytes(UTF_8));
      cosigned.merge(key.name(), at, (a, b) -> a.or(() -> b));
    }
    if (cosigned.isEmpty()) {
      return true;
    }
    cosigned.forEach(
        (name, at) ->
            marks.skip(
                Text.of(
                    "见证人 " + name + "：" + at.map(Instant::toString).orElse("未签"),
                    "witness " + name + ": " + at.map(Instant::toString).orElse("not cosigned"))));
    long signed = cosigned.values().stream().filter(Optional::isPresent).count();
    int wanted = quorum == null ? cosigned.size() : quorum;
    return marks.say(
        signed >= wanted,
        Text.of(
            "见证签名" + signed + "个，须" + wanted + "个",
            signed + " witnesses cosigned, " + wanted + " are wanted"));
  }

  private static Stream<WitnessKey> keys(String given) {
    Optional<Path> file = file(given);
    Stream<String> lines =
        file.isPresent()
            ? new String(InputFile.bytes(file.get()), UTF_8).lines()
            : Stream.of(given);
    return lines.filter(it -> !it.isBlank()).map(WitnessKey::parse);
  }

  private static Optional<Path> file(String given) {
    try {
      return Optional.of(Path.of(given)).filter(Files::isRegularFile);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
