package licencehub.hub.http;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import licencehub.hub.files.Scratch;
import licencehub.hub.files.Scratch.Received;
import licencehub.model.Fault;
import licencehub.model.Text;

/** Reads a request body that is one licence file. */
final class FileBody {
  private static final Set<String> MEDIA_TYPES =
      Set.of("application/ofd", "application/pdf", "application/octet-stream");
  private static final Text CROWDED =
      Text.of("正在处理的证照文件过多，请稍候。", "Too many licence files are being looked at; wait a moment.");

  private FileBody() {}

  /** The refusal of a body that is said to be something else. */
  static Optional<Answer> foreign(Call call) {
    if (MEDIA_TYPES.contains(call.mediaType())) {
      return Optional.empty();
    }
    String all = String.join(", ", new TreeSet<>(MEDIA_TYPES));
    return Optional.of(
        new Answer.Refusal(
            ProblemType.MEDIA_TYPE_UNKNOWN, Text.of("可用的内容类型：" + all, "Take one of: " + all)));
  }

  /** What is answered about a file that has come whole. */
  interface Judge {
    Answer judge(Received.Whole file) throws IOException;
  }

  /** Writes the body to disk as it arrives, has it judged when it is whole, and removes it. */
  static Answer received(Call call, Scratch scratch, Judge judge) throws IOException {
    long announced = call.announced();
    try (Received received = scratch.receive(call.body(), announced)) {
      return switch (received) {
        case Received.TooLarge it -> tooLarge(it);
        case Received.Crowded it -> crowded();
        case Received.Whole it -> judge.judge(it);
      };
    }
  }

  private static Answer tooLarge(Received.TooLarge it) {
    return new Answer.Refusal(
        ProblemType.BODY_TOO_LARGE,
        Text.of(
            "证照文件至多" + it.most() + "字节。",
            "A licence file has " + it.most() + " bytes at the most."));
  }

  private static Answer crowded() {
    return Gate.later(ProblemType.TOO_MANY_REQUESTS, CROWDED, Duration.ofSeconds(1));
  }

  /** What is wrong with a file that cannot be read. */
  static Text detail(Fault fault) {
    Text why = fault.reason().text();
    return Text.of(
        why.zh() + "：" + fault.detail().zh() + "。", why.en() + ": " + fault.detail().en() + ".");
  }
}
