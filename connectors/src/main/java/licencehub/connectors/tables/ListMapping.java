package licencehub.connectors.tables;

import java.util.List;

/**
 * A list in a canonical document, each member made by the same fields.
 *
 * @param path the list's place in {@code data}
 * @param fields of one member; their paths are its keys
 */
record ListMapping(String path, Origin origin, List<Field> fields) {
  ListMapping {
    fields = List.copyOf(fields);
  }

  /** Where the members come from. */
  sealed interface Origin {
    /**
     * From the row itself: each column holds several values, one for each member.
     *
     * @param by the field whose column says how many there are
     */
    record Parts(Field by) implements Origin {}

    /**
     * From rows of another table that belong to the row.
     *
     * @param when conditions under which a row is a member
     */
    record Rows(String table, List<Condition> when) implements Origin {
      public Rows {
        when = List.copyOf(when);
      }
    }
  }
}
