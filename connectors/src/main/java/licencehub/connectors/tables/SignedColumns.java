package licencehub.connectors.tables;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.stream.Collectors;

/**
 * How a row carries its issuer's signature: CMS SignedData without content, in base64, over the
 * text {@code column=value} of each column, joined by {@code &}, in this order, as UTF-8. Values
 * stand exactly as the row has them; an empty column has an empty value; dates and times that the
 * database itself holds as such are written {@code yyyy-MM-dd} and {@code yyyy-MM-dd HH:mm:ss}.
 */
record SignedColumns(String column, List<String> over) {
  SignedColumns {
    over = List.copyOf(over);
  }

  byte[] text(Row row) {
    return over.stream()
        .map(it -> it + "=" + row.exact(it))
        .collect(Collectors.joining("&"))
        .getBytes(UTF_8);
  }
}
