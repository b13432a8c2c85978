package licencehub.hub.imports;

import java.nio.file.Path;
import licencehub.model.Text;

/**
 * Why a row cannot be taken.
 *
 * @param line from 1; 0 for the whole file
 * @param field the column, or the setting made of it
 * @param value what stands there
 */
public record RowFault(Path file, int line, String field, String value, Text message, Text remedy) {
  static RowFault of(Row row, String field, String value, Text message, Text remedy) {
    return new RowFault(row.file(), row.line(), field, value, message, remedy);
  }

  @Override
  public String toString() {
    return file
        + (line > 0 ? ":" + line : "")
        + (field.isEmpty() ? "" : " " + field)
        + (value.isEmpty() ? "" : " = " + value)
        + "\n  "
        + message
        + "\n  → "
        + remedy;
  }
}
