package licencehub.hub.cli;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import licencehub.model.Text;

/**
 * One file of envelopes; its ending tells what is in it.
 *
 * @param mediaType what the hub is told it is
 * @param count envelopes in it
 */
record EnvelopeFile(Path file, String mediaType, long count) {
  private static final String LINES = "application/x-ndjson";
  private static final String CMS = "application/pkcs7-mime";
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("ndjson", LINES),
          Map.entry("jsonl", LINES),
          Map.entry("json", "application/vnd.dsse.envelope.v1+json"),
          Map.entry("dsse", "application/vnd.dsse.envelope.v1+json"),
          Map.entry("p7m", CMS),
          Map.entry("p7s", CMS),
          Map.entry("p7b", CMS),
          Map.entry("cms", CMS),
          Map.entry("der", CMS),
          Map.entry("pem", CMS),
          Map.entry("jws", "application/jose"),
          Map.entry("jwt", "application/jose"));
  private static final int BATCH = 500;
  private static final int BATCH_BYTES = 4 << 20;

  /**
   * Envelopes that go to the hub together.
   *
   * @param lines where each stands in the file, from 1
   */
  record Batch(byte[] bytes, List<Long> lines) {}

  static EnvelopeFile of(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    if (type == null) {
      throw new CommandFailed(
          Exit.USAGE,
          Text.of("不认识的文件后缀：" + file, "the ending tells nothing: " + file),
          Text.of(
              "可用后缀：" + String.join(" ", Set.copyOf(TYPES.keySet()).stream().sorted().toList()),
              "known endings: " + String.join(" ", TYPES.keySet().stream().sorted().toList())));
    }
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      long[] count = {0};
      if (type.equals(LINES)) {
        lines(in, (line, bytes) -> count[0]++);
      }
      return new EnvelopeFile(file, type, type.equals(LINES) ? count[0] : 1);
    } catch (IOException e) {
      throw unreadable(file);
    }
  }

  /** Hands over the content batch by batch, in order; holds one batch in memory at a time. */
  void batches(Consumer<Batch> taker) {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      if (!mediaType.equals(LINES)) {
        taker.accept(new Batch(in.readAllBytes(), List.of(1L)));
        return;
      }
      Gathering gathering = new Gathering(taker);
      lines(in, gathering::take);
      gathering.send();
    } catch (IOException e) {
      throw unreadable(file);
    }
  }

  /** Takes one line that is not blank. */
  private interface LineTaker {
    void take(long line, byte[] bytes);
  }

  private static final class Gathering {
    private final Consumer<Batch> taker;
    private ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private List<Long> lines = new ArrayList<>();

    Gathering(Consumer<Batch> taker) {
      this.taker = taker;
    }

    void take(long line, byte[] content) {
      if (lines.size() == BATCH || bytes.size() + content.length > BATCH_BYTES) {
        send();
      }
      bytes.writeBytes(content);
      bytes.write('\n');
      lines.add(line);
    }

    void send() {
      if (!lines.isEmpty()) {
        taker.accept(new Batch(bytes.toByteArray(), List.copyOf(lines)));
        bytes = new ByteArrayOutputStream();
        lines = new ArrayList<>();
      }
    }
  }

  private static void lines(InputStream in, LineTaker taker) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    long number = 1;
    for (int b = in.read(); b >= 0; b = in.read()) {
      if (b == '\n') {
        hand(line, number++, taker);
      } else {
        line.write(b);
      }
    }
    hand(line, number, taker);
  }

  private static void hand(ByteArrayOutputStream line, long number, LineTaker taker) {
    byte[] bytes = line.toByteArray();
    line.reset();
    for (byte b : bytes) {
      if (b != ' ' && b != '\t' && b != '\r') {
        taker.take(number, bytes);
        return;
      }
    }
  }

  private static CommandFailed unreadable(Path file) {
    return new CommandFailed(
        Exit.USAGE,
        Text.of("文件读不出：" + file, "the file cannot be read: " + file),
        Text.of("检查路径和权限", "check the path and its permissions"));
  }
}
