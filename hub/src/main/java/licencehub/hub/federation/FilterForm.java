package licencehub.hub.federation;

import java.time.Duration;
import java.util.Base64;
import licencehub.federation.filter.FilterAnswer;
import licencehub.federation.filter.FilterAnswer.Added;
import licencehub.federation.filter.FilterAnswer.NoneYet;
import licencehub.federation.filter.FilterAnswer.Piece;
import licencehub.federation.filter.FilterAnswer.Whole;
import licencehub.federation.filter.FilterGeneration;
import licencehub.federation.filter.FilterQuestion;
import licencehub.model.MalformedValue;
import licencehub.model.Text;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Questions and answers about filters as JSON, as decision 0034 has them. */
final class FilterForm {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String GENERATION = "generation";
  private static final String VERSION = "version";
  private static final String OFFSET = "offset";

  private FilterForm() {}

  static ObjectNode write(FilterQuestion question) {
    ObjectNode json = JSON.createObjectNode();
    switch (question) {
      case FilterQuestion.Since it -> {
        FilterGeneration generation = it.generation();
        json.put(GENERATION, generation == null ? null : generation.text());
        json.put(VERSION, it.version());
      }
      case FilterQuestion.Piece it ->
          json.put(GENERATION, it.generation().text()).put(OFFSET, it.offset());
    }
    return json;
  }

  /**
   * @throws MalformedValue when it is no question
   */
  static FilterQuestion question(ObjectNode json) {
    if (json.has(OFFSET)) {
      return new FilterQuestion.Piece(generation(json), number(json, OFFSET));
    }
    boolean none = json.path(GENERATION).isNull() || !json.has(GENERATION);
    return new FilterQuestion.Since(none ? null : generation(json), number(json, VERSION));
  }

  /**
   * @param age how long ago everything filed was in the filter
   */
  static ObjectNode write(FilterAnswer answer, Duration age) {
    ObjectNode json = JSON.createObjectNode();
    switch (answer) {
      case Added it ->
          json.put("answer", "added")
              .put(GENERATION, it.generation().text())
              .put("from", it.from())
              .put("hashes", text(it.hashes()))
              .put("newest", it.newest())
              .put("sum", Long.toHexString(it.sum()));
      case Whole it ->
          json.put("answer", "whole")
              .put(GENERATION, it.generation().text())
              .put("length", it.length());
      case Piece it ->
          json.put("answer", "piece")
              .put(GENERATION, it.generation().text())
              .put(OFFSET, it.offset())
              .put("bytes", text(it.bytes()))
              .put("crc32c", Integer.toHexString(it.checksum()));
      case NoneYet it -> json.put("answer", "none");
    }
    return json.put("ageMillis", age.toMillis());
  }

  /**
   * @throws MalformedValue when it is no answer
   */
  static FilterAnswer answer(ObjectNode json) {
    return switch (string(json, "answer")) {
      case "added" ->
          new Added(
              generation(json),
              number(json, "from"),
              bytes(json, "hashes"),
              number(json, "newest"),
              hex(json, "sum"));
      case "whole" -> new Whole(generation(json), number(json, "length"));
      case "piece" ->
          new Piece(
              generation(json),
              number(json, OFFSET),
              bytes(json, "bytes"),
              (int) hex(json, "crc32c"));
      case "none" -> new NoneYet();
      default -> throw malformed("answer");
    };
  }

  static Duration age(ObjectNode json) {
    return Duration.ofMillis(number(json, "ageMillis"));
  }

  private static FilterGeneration generation(ObjectNode json) {
    return new FilterGeneration(string(json, GENERATION));
  }

  private static long number(ObjectNode json, String name) {
    JsonNode it = json.path(name);
    if (!it.isIntegralNumber() || !it.canConvertToLong() || it.longValue() < 0) {
      throw malformed(name);
    }
    return it.longValue();
  }

  private static String string(ObjectNode json, String name) {
    JsonNode it = json.path(name);
    if (!it.isString()) {
      throw malformed(name);
    }
    return it.stringValue();
  }

  private static long hex(ObjectNode json, String name) {
    try {
      return Long.parseUnsignedLong(string(json, name), 16);
    } catch (NumberFormatException e) {
      throw malformed(name);
    }
  }

  private static byte[] bytes(ObjectNode json, String name) {
    try {
      return Base64.getDecoder().decode(string(json, name));
    } catch (MalformedValue e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw malformed(name);
    }
  }

  private static String text(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static MalformedValue malformed(String name) {
    return MalformedValue.of(
        Text.of("过滤器问答的字段", "a field of a question or answer about filters"),
        name,
        Text.of("缺失或形式不对", "is missing or not in its form"),
        "\"version\": 12");
  }
}
