package licencehub.connectors;

import java.util.List;

/**
 * Something a source offers.
 *
 * @param kind table, folder, queue, topic or page
 * @param fields columns or the like, where the source tells
 * @param waiting records not yet taken, or -1 where the source does not tell
 */
public record Discovered(String kind, String name, List<String> fields, long waiting) {
  public Discovered {
    fields = List.copyOf(fields);
  }
}
