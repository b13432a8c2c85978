package licencehub.connectors.jdbc;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes a column's value as text, the same for every database. */
final class Cells {
  /** {@code yyyy-MM-dd HH:mm:ss}, with a fraction only where there is one. */
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .toFormatter();

  private static final Set<Integer> LARGE =
      Set.of(
          Types.BLOB,
          Types.BINARY,
          Types.VARBINARY,
          Types.LONGVARBINARY,
          Types.CLOB,
          Types.NCLOB,
          Types.SQLXML,
          Types.ARRAY);
  private static final Set<Integer> NUMBERS =
      Set.of(
          Types.TINYINT,
          Types.SMALLINT,
          Types.INTEGER,
          Types.BIGINT,
          Types.NUMERIC,
          Types.DECIMAL,
          Types.REAL,
          Types.FLOAT,
          Types.DOUBLE);

  private Cells() {}

  /** Files and the like, which are not read unless the dialect asks for them. */
  static boolean isLarge(int type) {
    return LARGE.contains(type);
  }

  /** A mark's value as the column's type wants it. */
  static Object parameter(int type, String value) {
    return NUMBERS.contains(type) ? new BigDecimal(value) : value;
  }

  static boolean hasZone(int type, String typeName) {
    return type == Types.TIMESTAMP_WITH_TIMEZONE || typeName.equalsIgnoreCase("timestamptz");
  }

  static @Nullable String text(ResultSet row, int column, boolean zoned) throws SQLException {
    if (zoned) {
      OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
      return time == null ? null : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
    }
    return switch (row.getObject(column)) {
      case null -> null;
      case String it -> it;
      case Timestamp it -> TIME.format(it.toLocalDateTime());
      case LocalDateTime it -> TIME.format(it);
      case Date it -> it.toLocalDate().toString();
      case LocalDate it -> it.toString();
      case BigDecimal it -> it.toPlainString();
      case Object it -> row.getString(column);
    };
  }
}
