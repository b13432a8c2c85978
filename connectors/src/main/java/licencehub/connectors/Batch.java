package licencehub.connectors;

import java.util.List;

/**
 * What one poll brought.
 *
 * @param ticket what the source needs to settle or give back the batch; nobody else looks at it
 */
public record Batch(List<RawRecord> records, Object ticket) {
  private static final Object NONE = new Object();

  public Batch {
    records = List.copyOf(records);
  }

  public static Batch empty() {
    return new Batch(List.of(), NONE);
  }

  public boolean isEmpty() {
    return records.isEmpty();
  }
}
