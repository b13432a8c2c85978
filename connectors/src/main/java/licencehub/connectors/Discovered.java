package licencehub.connectors;

import java.util.List;
import licencehub.model.Text;
import org.jspecify.annotations.Nullable;

/**
 * Something a source offers.
 *
 * @param kind table, folder, queue, topic or page
 * @param fields columns or the like, where the source tells
 * @param waiting records not yet taken, or -1 where the source does not tell
 * @param note what an operator should know about it, such as why it is not taken; null for nothing
 */
public record Discovered(
    String kind, String name, List<String> fields, long waiting, @Nullable Text note) {
  public Discovered {
    fields = List.copyOf(fields);
  }

  public Discovered(String kind, String name, List<String> fields, long waiting) {
    this(kind, name, fields, waiting, null);
  }
}
