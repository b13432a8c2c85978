package licencehub.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;
import java.util.regex.Pattern;
import licencehub.model.Fault;
import licencehub.model.Reason;
import licencehub.model.Text;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;

/** Reads foreign bytes as JSON, strictly and within limits. */
final class DocumentReader {
  private static final int DEEPEST = 64;
  private static final int LONGEST_NUMBER = 40;
  private static final int LONGEST_NAME = 200;
  private static final int MOST_TOKENS = 100_000;
  private static final char REPLACEMENT = '\uFFFD';
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:/-]{1,100}");

  /** What became of the bytes. */
  sealed interface Read {
    /** They are JSON. */
    record Tree(JsonNode root) implements Read {}

    /** They are not, or they are too much. */
    record Broken(Fault fault) implements Read {}
  }

  private final int mostBytes;
  private final JsonMapper mapper;

  DocumentReader(int mostBytes) {
    this.mostBytes = mostBytes;
    StreamReadConstraints limits =
        StreamReadConstraints.builder()
            .maxNestingDepth(DEEPEST)
            .maxNumberLength(LONGEST_NUMBER)
            .maxNameLength(LONGEST_NAME)
            .maxTokenCount(MOST_TOKENS)
            .maxDocumentLength(mostBytes)
            .maxStringLength(mostBytes)
            .build();
    mapper =
        JsonMapper.builder(JsonFactory.builder().streamReadConstraints(limits).build())
            .enable(
                DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();
  }

  Read read(byte[] bytes) {
    if (bytes.length > mostBytes) {
      return broken(
          Reason.BYTES_TOO_LARGE,
          "共" + bytes.length + "字节，上限" + mostBytes + "字节；请分成多个事件报送。",
          bytes.length + " bytes, the limit is " + mostBytes + "; send several events instead.");
    }
    String text = new String(bytes, UTF_8);
    if (text.indexOf(REPLACEMENT) >= 0 && !isUtf8(bytes)) {
      return unreadable("不是正确的 UTF-8 编码；请改用 UTF-8", "not well-formed UTF-8; encode it so", null);
    }
    try {
      JsonNode root = mapper.readTree(text);
      if (root.isMissingNode()) {
        return unreadable("内容为空", "there is nothing", null);
      }
      return text.contains("\\u") && !WellFormed.all(root)
          ? unreadable(
              "含空字符或不成对的代理字符；请去掉这些转义",
              "it has escaped null characters or unpaired surrogates; leave them out",
              null)
          : new Read.Tree(root);
    } catch (JacksonException e) {
      return unreadable(e);
    }
  }

  /** The value of {@code id} at the top of what may be a document; never throws. */
  Optional<String> idOf(byte[] bytes) {
    try (JsonParser parser = mapper.createParser(bytes)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        boolean wanted = parser.currentName().equals("id");
        if (parser.nextToken() == JsonToken.VALUE_STRING && wanted) {
          return Optional.of(parser.getString()).filter(it -> ID.matcher(it).matches());
        }
        parser.skipChildren();
      }
      return Optional.empty();
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private static Read unreadable(JacksonException e) {
    // the parser's own message may quote the document, personal data included
    return switch (e) {
      case StreamConstraintsException it ->
          unreadable(
              "超过限制（嵌套" + DEEPEST + "层、数字" + LONGEST_NUMBER + "位、键名" + LONGEST_NAME + "字）",
              "beyond a limit ("
                  + DEEPEST
                  + " levels, "
                  + LONGEST_NUMBER
                  + " digits, "
                  + LONGEST_NAME
                  + " characters of a key)",
              it.getLocation());
      case MismatchedInputException it ->
          unreadable(
              "有重复的键，或结尾之后还有内容；请去掉",
              "a key stands twice, or something follows the end; remove it",
              it.getLocation());
      default -> unreadable("不是正确的 JSON", "not well-formed JSON", e.getLocation());
    };
  }

  private static Read unreadable(String zh, String en, @Nullable TokenStreamLocation at) {
    return at == null || at.getLineNr() < 1
        ? broken(Reason.BYTES_UNREADABLE, zh + "。", en + ".")
        : broken(
            Reason.BYTES_UNREADABLE,
            zh + "（第" + at.getLineNr() + "行第" + at.getColumnNr() + "列）。",
            en + " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ").");
  }

  private static Read broken(Reason reason, String zh, String en) {
    return new Read.Broken(Fault.of(reason, Text.of(zh, en)));
  }

  private static boolean isUtf8(byte[] bytes) {
    try {
      UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
