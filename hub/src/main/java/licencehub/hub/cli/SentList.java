package licencehub.hub.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import licencehub.model.MalformedValue;
import licencehub.model.Text;
import licencehub.model.submission.SentNumber;
import licencehub.sharing.reconciliation.NumberSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a department believes it has sent, from a file: {@code id,version} a line, or an object with
 * {@code id} and {@code version} a line.
 */
final class SentList {
  private static final Path STANDARD_INPUT = Path.of("-");
  private static final Text FORMS =
      Text.of(
          "每行写 编号,版本，或 {\"id\": \"…\", \"version\": 1}",
          "write id,version or {\"id\": \"…\", \"version\": 1} on each line");

  private SentList() {}

  /**
   * @param file {@code -} for standard input
   * @throws CommandFailed when a line is neither
   */
  static NumberSet read(Path file) {
    try (InputStream in = file.equals(STANDARD_INPUT) ? System.in : Files.newInputStream(file)) {
      return read(in);
    } catch (IOException e) {
      throw InputFile.unreadable(file);
    }
  }

  private static NumberSet read(InputStream in) throws IOException {
    List<SentNumber> numbers = new ArrayList<>();
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, UTF_8));
    int place = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      place++;
      String text = line.replace("\uFEFF", "").strip();
      if (!text.isEmpty() && !(place == 1 && text.equalsIgnoreCase("id,version"))) {
        numbers.add(number(text, place));
      }
    }
    return NumberSet.of(numbers);
  }

  private static SentNumber number(String line, int place) {
    try {
      if (line.startsWith("{")) {
        JsonNode object = JsonMapper.shared().readTree(line);
        return new SentNumber(object.path("id").asString(""), object.path("version").asLong(0));
      }
      int comma = line.lastIndexOf(',');
      if (comma > 0) {
        return new SentNumber(
            line.substring(0, comma).strip(), Long.parseLong(line.substring(comma + 1).strip()));
      }
    } catch (MalformedValue e) {
      throw wrong(place, e.text());
    } catch (NumberFormatException | JacksonException e) {
      throw wrong(place, FORMS);
    }
    throw wrong(place, FORMS);
  }

  private static CommandFailed wrong(int place, Text why) {
    return new CommandFailed(
        Exit.USAGE, Text.of("第" + place + "行读不懂", "line " + place + " cannot be understood"), why);
  }
}
