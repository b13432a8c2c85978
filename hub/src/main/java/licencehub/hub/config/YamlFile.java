package licencehub.hub.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import licencehub.model.Text;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * One settings file taken apart strictly: one document, no key twice, no alias (what a reader sees
 * is what counts), limited in size and depth.
 *
 * @param tree what it says; empty when the file could not be read
 * @param faults what is wrong so far; the checks that follow add theirs
 */
record YamlFile(ObjectNode tree, FaultList faults) {
  private static final long LARGEST = 1L << 20;
  private static final int DEEPEST = 32;
  private static final YAMLMapper MAPPER =
      YAMLMapper.builder(
              YAMLFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxDocumentLength(LARGEST)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  static YamlFile read(Path file) {
    Map<String, Integer> lines = new HashMap<>();
    FaultList faults = new FaultList(file, lines);
    ObjectNode nothing = JsonNodeFactory.instance.objectNode();
    String text = text(file, faults);
    if (text == null) {
      return new YamlFile(nothing, faults);
    }
    try (YAMLParser parser = (YAMLParser) MAPPER.createParser(text)) {
      new Walk(parser, lines, faults).run();
      JsonNode tree = faults.isEmpty() ? MAPPER.readTree(text) : nothing;
      if (tree instanceof ObjectNode object) {
        return new YamlFile(object, faults);
      }
      faults.add("", "", Text.of("文件应由键值组成", "the file must be made of keys and values"), EXAMPLE);
    } catch (JacksonException e) {
      syntax(e, lines, faults);
    }
    return new YamlFile(nothing, faults);
  }

  private static final Text EXAMPLE =
      Text.of("参照自带的 config 目录改写", "follow the config folder that is shipped");

  private static @Nullable String text(Path file, FaultList faults) {
    try {
      if (Files.size(file) > LARGEST) {
        faults.add(
            "",
            Files.size(file) + " B",
            Text.of("设置文件超过1 MiB", "a settings file is larger than 1 MiB"),
            Text.of("请拆分成多个部门文件", "split it into several department files"));
        return null;
      }
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(java.nio.ByteBuffer.wrap(Files.readAllBytes(file)))
          .toString();
    } catch (IOException e) {
      faults.add(
          "",
          "",
          Text.of("文件读不出，或不是UTF-8文本", "the file cannot be read, or is not UTF-8 text"),
          Text.of("检查文件权限与编码", "check its permissions and its encoding"));
      return null;
    }
  }

  private static void syntax(JacksonException e, Map<String, Integer> lines, FaultList faults) {
    int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNr());
    lines.put("", line);
    String said = e.getOriginalMessage().lines().findFirst().orElse("");
    faults.add(
        "",
        "",
        Text.of("不是合法的YAML：" + said, "this is not YAML: " + said),
        Text.of("检查该行附近的缩进、冒号与引号", "look at indentation, colons and quotes near this line"));
  }

  /** Goes through the tokens once: notes every line, finds repeated keys and aliases. */
  private static final class Walk {
    private final YAMLParser parser;
    private final Map<String, Integer> lines;
    private final FaultList faults;
    private final Deque<Set<String>> seen = new ArrayDeque<>();

    Walk(YAMLParser parser, Map<String, Integer> lines, FaultList faults) {
      this.parser = parser;
      this.lines = lines;
      this.faults = faults;
    }

    void run() {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        int line = parser.currentTokenLocation().getLineNr();
        String key = FaultList.key(parser.streamReadContext().pathAsPointer().toString());
        switch (token) {
          case START_OBJECT -> seen.push(new HashSet<>());
          case END_OBJECT -> seen.pop();
          case PROPERTY_NAME -> name(key, line);
          default -> value(key, line);
        }
      }
    }

    private void name(String key, int line) {
      if (!seen.getFirst().add(parser.currentName())) {
        lines.put(key, line);
        faults.add(
            key,
            "",
            Text.of("同一个键写了两次", "the same key stands twice"),
            Text.of("只保留一个", "keep one of them"));
      }
      lines.putIfAbsent(key, line);
    }

    private void value(String key, int line) {
      lines.putIfAbsent(key, line);
      if (parser.isCurrentAlias()) {
        faults.add(
            key,
            "*" + parser.getString(),
            Text.of("不接受YAML引用（*）", "YAML aliases (*) are not taken"),
            Text.of("把内容写全", "write the content out"));
      }
    }
  }
}
