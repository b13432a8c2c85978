package licencehub.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Applications of the test's department, each a case of its own. */
record SampleCases(String source) {
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final Path EXAMPLE =
      Path.of("../schemas/src/main/resources/schemas/case.applied/sound-minimal.json");

  /** Numbers nobody else has. */
  static List<String> numbers(int count) {
    return IntStream.range(0, count).mapToObj(it -> "C" + NUMBER.incrementAndGet()).toList();
  }

  /** The application for the case of that number, on one line. */
  String document(String number) throws IOException {
    return Files.readString(EXAMPLE)
        .replace("sz-market-2026-000001", "id-" + number)
        .replace("sz-market-push", source)
        .replace("330901161710248000216", number)
        .replaceAll("\\n *", "");
  }

  List<String> documents(List<String> numbers) throws IOException {
    List<String> documents = new java.util.ArrayList<>();
    for (String number : numbers) {
      documents.add(document(number));
    }
    return documents;
  }
}
