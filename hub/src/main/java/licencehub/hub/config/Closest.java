package licencehub.hub.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Guesses which known word somebody meant. */
final class Closest {
  private static final int MOST_EDITS = 3;

  private Closest() {}

  /** The known word that takes the fewest edits, if few enough that it may be a slip. */
  static Optional<String> to(String word, Collection<String> known) {
    int allowed = Math.min(MOST_EDITS, Math.max(1, word.length() / 2));
    return known.stream()
        .filter(it -> edits(word, it) <= allowed)
        .min(Comparator.comparingInt((String it) -> edits(word, it)).thenComparing(it -> it));
  }

  /** Insertions, deletions and replacements that turn one word into the other (Levenshtein). */
  private static int edits(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[other.length()];
  }
}
