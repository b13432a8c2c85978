package licencehub.hub.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import licencehub.connectors.RawRecord;
import licencehub.model.Text;

/** Reads the envelopes of one request as they arrive, and no more than the limits allow. */
final class SubmissionReader {
  private static final Set<String> MANY =
      Set.of("application/x-ndjson", "application/ndjson", "application/jsonl");
  private static final Set<String> ONE =
      Set.of(
          "application/vnd.dsse.envelope.v1+json",
          "application/json",
          "application/pkcs7-mime",
          "application/pkcs7-signature",
          "application/cms",
          "application/jose",
          "application/jwt");
  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  private static final String ENVELOPE = "application/vnd.dsse.envelope.v1+json";

  private final HttpSettings.Limits limits;
  private final Semaphore budget;

  SubmissionReader(HttpSettings.Limits limits) {
    this.limits = limits;
    this.budget = new Semaphore(limits.inFlight());
  }

  /** What reading came to. */
  sealed interface Read {
    /** Everything that was sent, in order. */
    record Records(List<RawRecord> records) implements Read {}

    /** Nothing of it is used, and nothing will be however often it is sent. */
    record Refused(ProblemType type, Text detail) implements Read {}

    /** Too much is being received at the moment; nothing of it was read. */
    record Crowded() implements Read {}
  }

  /** Takes the body apart; memory for all requests together is bounded. */
  Read read(Call call) throws IOException {
    TimedBody body = call.body();
    Read read = read(call, body);
    // Who is cut off while sending may not hear why; who asked whether to send has not begun.
    if (read instanceof Read.Refused && call.header("Expect").isEmpty()) {
      body.pass(limits.body());
    }
    return read;
  }

  private Read read(Call call, InputStream body) throws IOException {
    String mediaType = call.mediaType();
    boolean many = MANY.contains(mediaType);
    if (!many && !ONE.contains(mediaType)) {
      return new Read.Refused(ProblemType.MEDIA_TYPE_UNKNOWN, mediaTypes());
    }
    long length = call.announced();
    if (length > limits.body()) {
      return tooLarge(Text.of("整个请求", "the whole request"), limits.body());
    }
    int share = (int) (length < 0 ? limits.body() : Math.max(1, length));
    if (!budget.tryAcquire(share)) {
      return new Read.Crowded();
    }
    try {
      return read(body, many ? ENVELOPE : mediaType, many);
    } finally {
      budget.release(share);
    }
  }

  private Read read(InputStream body, String mediaType, boolean many) throws IOException {
    Lines lines = new Lines(mediaType, many);
    byte[] buffer = new byte[1 << 16];
    long total = 0;
    for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
      total += n;
      if (total > limits.body()) {
        return tooLarge(Text.of("整个请求", "the whole request"), limits.body());
      }
      lines.take(buffer, n);
      if (lines.overflow()) {
        return tooLarge(Text.of("单件", "one envelope"), limits.line());
      }
      if (lines.records.size() > limits.count()) {
        return tooMany();
      }
    }
    return lines.finish();
  }

  /**
   * Cuts bytes into lines, or into one piece. A line ends with LF or CRLF, the last one with the
   * body; blank lines and a byte order mark are nothing.
   */
  private final class Lines {
    private final List<RawRecord> records = new ArrayList<>();
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final String mediaType;
    private final boolean many;
    private int number;
    private int longest;

    Lines(String mediaType, boolean many) {
      this.mediaType = mediaType;
      this.many = many;
    }

    void take(byte[] buffer, int length) {
      int from = 0;
      for (int i = 0; many && i < length; i++) {
        if (buffer[i] == '\n') {
          line.write(buffer, from, i - from);
          from = i + 1;
          end();
        }
      }
      line.write(buffer, from, length - from);
    }

    boolean overflow() {
      return longest > limits.line() || line.size() > limits.line();
    }

    private void end() {
      number++;
      longest = Math.max(longest, line.size());
      byte[] bytes = many ? bare(line.toByteArray(), number == 1) : line.toByteArray();
      line.reset();
      if (!isBlank(bytes)) {
        records.add(new RawRecord(bytes, mediaType, "POST#" + number));
      }
    }

    Read finish() {
      end();
      if (records.isEmpty()) {
        return new Read.Refused(
            ProblemType.REQUEST_MALFORMED,
            Text.of("请求没有内容，至少应有一件。", "The body is empty; send one envelope at least."));
      }
      return records.size() > limits.count() ? tooMany() : new Read.Records(records);
    }
  }

  /** A line without what ends it, and without the mark a first line may begin with. */
  private static byte[] bare(byte[] line, boolean first) {
    boolean marked = first && line.length >= MARK.length && Arrays.equals(MARK, 0, 3, line, 0, 3);
    boolean returned = line.length > 0 && line[line.length - 1] == '\r';
    return marked || returned
        ? Arrays.copyOfRange(line, marked ? 3 : 0, line.length - (returned ? 1 : 0))
        : line;
  }

  private Read tooMany() {
    String most = Integer.toString(limits.count());
    return new Read.Refused(
        ProblemType.BODY_TOO_LARGE,
        Text.of("每批至多" + most + "件。", "A batch has " + most + " envelopes at the most."));
  }

  private static Read tooLarge(Text what, int most) {
    return new Read.Refused(
        ProblemType.BODY_TOO_LARGE,
        Text.of(
            what.zh() + "至多" + most + "字节。",
            "At the most " + most + " bytes for " + what.en() + "."));
  }

  private static Text mediaTypes() {
    String all = String.join(", ", new TreeSet<>(ONE)) + ", application/x-ndjson";
    return Text.of("可用的内容类型：" + all, "Take one of: " + all);
  }

  private static boolean isBlank(byte[] bytes) {
    for (byte b : bytes) {
      if (b != ' ' && b != '\r' && b != '\t' && b != '\n') {
        return false;
      }
    }
    return true;
  }
}
