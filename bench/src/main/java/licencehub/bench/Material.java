package licencehub.bench;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;
import licencehub.demo.players.Blemish;
import licencehub.demo.players.Sending;
import licencehub.demo.world.Body;
import licencehub.demo.world.StoryTeller;
import tools.jackson.databind.node.ObjectNode;

/** Records signed beforehand, so that signing them is not measured. */
final class Material {
  private static final Instant BEGINNING = Instant.parse("2025-01-06T01:00:00Z");

  private Material() {}

  /** The first {@code count} documents of the department's cases from {@code first} on. */
  static List<ObjectNode> documents(Body body, long first, int count) {
    StoryTeller teller = new StoryTeller(7, BEGINNING);
    return LongStream.iterate(first, it -> it + 1)
        .boxed()
        .flatMap(it -> teller.tell(body, it).documents().stream())
        .limit(count)
        .toList();
  }

  static List<byte[]> signed(List<ObjectNode> documents, Function<Sending, byte[]> form) {
    return documents.parallelStream().map(it -> form.apply(new Sending(it, Blemish.NONE))).toList();
  }

  /** Bodies of NDJSON, so many lines each. */
  static List<byte[]> bodies(List<byte[]> lines, int each) {
    List<byte[]> bodies = new ArrayList<>();
    for (int from = 0; from < lines.size(); from += each) {
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      for (byte[] line : lines.subList(from, Math.min(lines.size(), from + each))) {
        body.writeBytes(line);
        body.write('\n');
      }
      bodies.add(body.toByteArray());
    }
    return bodies;
  }
}
