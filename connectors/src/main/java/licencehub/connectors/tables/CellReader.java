package licencehub.connectors.tables;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Applies a field's rule to one row of one table. */
final class CellReader {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Cell ABSENT = new Cell.Absent();
  private static final Pattern SEPARATOR = Pattern.compile("[,，;；、\\r\\n]+");
  private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]{1,18}(\\.0{1,10})?");
  private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]{1,18}(\\.[0-9]{1,10})?");
  private static final Pattern ENDLESS =
      Pattern.compile("长期|长期有效|永久|永久有效|2099[-/.年]?12[-/.月]?31日?( 00:00:00)?|99991231|9999-12-31");
  private static final int MOST_ITEMS = 200;
  private static final long SECONDS = 60;
  private static final long MINUTES = 100_000;

  private final String table;
  private final Row row;
  private final Times times;

  CellReader(String table, Row row, Times times) {
    this.table = table;
    this.row = row;
    this.times = times;
  }

  Cell read(Field field) {
    if (!field.when().stream().allMatch(it -> it.holds(row))) {
      return ABSENT;
    }
    Cell cell = first(field);
    JsonNode fallback = field.fallback();
    if (cell instanceof Cell.Absent && fallback != null) {
      return new Cell.Found(fallback);
    }
    if (cell instanceof Cell.Absent && field.required()) {
      return new Cell.Wrong(Complaint.missing(table, field));
    }
    return cell;
  }

  private Cell first(Field field) {
    Cell own = own(field);
    Field or = field.or();
    if (own instanceof Cell.Found || or == null) {
      return own;
    }
    Cell other = read(or);
    return other instanceof Cell.Found || own instanceof Cell.Absent ? other : own;
  }

  private Cell own(Field field) {
    if (field.constant() != null) {
      return new Cell.Found(field.constant());
    }
    String value = field.column() == null ? null : row.find(field.column());
    if (value == null) {
      return field.form() == Form.VALIDITY ? new Cell.Found(NODES.nullNode()) : ABSENT;
    }
    Codes codes = field.codes();
    if (codes == null) {
      return formed(field, value);
    }
    String meaning = codes.find(value);
    return meaning == null
        ? new Cell.Wrong(Complaint.unknownCode(table, field, value, codes))
        : formed(field, meaning);
  }

  private Cell formed(Field field, String value) {
    boolean matches = field.matches() == null || field.matches().matcher(value).matches();
    Optional<JsonNode> node =
        matches ? form(field.form(), value, field.patterns()) : Optional.empty();
    return node.isPresent()
        ? new Cell.Found(node.get())
        : new Cell.Wrong(Complaint.malformed(table, field, value));
  }

  private Optional<JsonNode> form(Form form, String value, List<String> patterns) {
    return switch (form) {
      case TEXT -> Optional.of(NODES.stringNode(value));
      case INTEGER -> Optional.ofNullable(whole(value));
      case NUMBER -> Optional.ofNullable(decimal(value));
      case TIME -> times.read(value, patterns).map(it -> NODES.stringNode(Times.written(it)));
      case DATE ->
          times.read(value, patterns).map(it -> NODES.stringNode(it.toLocalDate().toString()));
      case VALIDITY ->
          ENDLESS.matcher(value).matches()
              ? Optional.of(NODES.nullNode())
              : form(Form.DATE, value, patterns);
      case LIST -> list(value);
      case EPOCH_SECOND ->
          times.read(value, patterns).map(it -> NODES.numberNode(it.toEpochSecond()));
      case MINUTE_NUMBER ->
          times.read(value, patterns).map(it -> NODES.numberNode(minuteNumber(it)));
    };
  }

  private static long minuteNumber(OffsetDateTime time) {
    return Math.floorMod(Math.floorDiv(time.toEpochSecond(), SECONDS), MINUTES) + 1;
  }

  private static @Nullable JsonNode whole(String value) {
    return WHOLE.matcher(value).matches()
        ? NODES.numberNode(new BigDecimal(value).longValueExact())
        : null;
  }

  private static @Nullable JsonNode decimal(String value) {
    return DECIMAL.matcher(value).matches() ? NODES.numberNode(new BigDecimal(value)) : null;
  }

  private static Optional<JsonNode> list(String value) {
    ArrayNode items = NODES.arrayNode();
    for (String part : SEPARATOR.split(value, -1)) {
      if (!part.isBlank()) {
        items.add(part.strip());
      }
    }
    return items.size() > MOST_ITEMS || items.isEmpty() ? Optional.empty() : Optional.of(items);
  }
}
