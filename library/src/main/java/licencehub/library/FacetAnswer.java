package licencehub.library;

import java.util.List;
import java.util.Map;
import licencehub.library.FacetQuery.Dimension;

/**
 * Licences counted.
 *
 * @param total licences that were counted
 * @param counts of each dimension asked for, the most frequent values first
 */
public record FacetAnswer(long total, Map<Dimension, List<Count>> counts) {
  public FacetAnswer {
    counts = Map.copyOf(counts);
  }

  /** So many licences have this value. */
  public record Count(String value, long licences) {}
}
