package licencehub.connectors.tables;

import java.util.Set;

/** What a row must look like for a rule to apply. */
sealed interface Condition {
  boolean holds(Row row);

  /** The column has one of these values; the empty text stands for an empty column. */
  record In(String column, Set<String> values) implements Condition {
    public In {
      values = Set.copyOf(values);
    }

    @Override
    public boolean holds(Row row) {
      String value = row.find(column);
      return values.contains(value == null ? "" : value);
    }
  }

  /** The column has a value, and none of these. */
  record Not(String column, Set<String> values) implements Condition {
    public Not {
      values = Set.copyOf(values);
    }

    @Override
    public boolean holds(Row row) {
      String value = row.find(column);
      return value != null && !values.contains(value);
    }
  }

  /** The column has a value, and another one than {@code other}. */
  record Differs(String column, String other) implements Condition {
    @Override
    public boolean holds(Row row) {
      String value = row.find(column);
      return value != null && !value.equals(row.find(other));
    }
  }
}
