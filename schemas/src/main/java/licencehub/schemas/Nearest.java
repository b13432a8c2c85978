package licencehub.schemas;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Guesses which known word somebody meant. */
final class Nearest {
  private static final int CLOSE = 2;
  private static final int SHARE = 3;
  private static final int LONGEST = 60;

  private Nearest() {}

  static Optional<String> of(String written, List<String> known) {
    if (written.length() > LONGEST) {
      return Optional.empty();
    }
    String plain = plain(written);
    int allowed = Math.max(CLOSE, plain.length() / SHARE);
    return known.stream()
        .filter(it -> distance(plain, plain(it)) <= allowed)
        .min(Comparator.comparingInt(it -> distance(plain, plain(it))));
  }

  private static String plain(String word) {
    return word.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
  }

  /** Insertions, deletions and replacements that turn one word into the other. */
  private static int distance(String one, String other) {
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
