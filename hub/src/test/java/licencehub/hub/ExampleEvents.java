package licencehub.hub;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import licencehub.library.Entry;
import licencehub.schemas.Catalogue;
import licencehub.schemas.Checked;

/** The sound examples of the schemas, as submissions. */
final class ExampleEvents {
  private static final Path EXAMPLES = Path.of("../schemas/src/main/resources/schemas");
  private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");

  private ExampleEvents() {}

  /** Every sound example, each under a number of its own. */
  static List<Entry> entries(int lot) throws IOException {
    Catalogue catalogue = new Catalogue();
    List<Entry> entries = new ArrayList<>();
    for (Path file : files(EXAMPLES, "sound-")) {
      String text =
          Files.readString(file)
              .replaceFirst("\"id\": \"[^\"]*\"", "\"id\": \"" + lot + "-" + entries.size() + "\"");
      byte[] document = text.getBytes(UTF_8);
      if (catalogue.check(document) instanceof Checked.Sound(var event)) {
        Entry.Original original =
            new Entry.Original(("signed " + text).getBytes(UTF_8), "text/plain", "here", NOON);
        entries.add(new Entry.Filing(event, original, document, null, null));
      }
    }
    return entries;
  }

  private static List<Path> files(Path folder, String start) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(it -> it.getFileName().toString().startsWith(start)).sorted().toList();
    }
  }
}
