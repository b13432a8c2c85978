package licencehub.model.code;

import java.util.ArrayList;
import java.util.List;

/** All texts that differ from a given one in exactly one character. */
final class Mutations {
  private Mutations() {}

  static List<String> of(String text, String alphabet) {
    List<String> mutated = new ArrayList<>();
    for (int at = 0; at < text.length(); at++) {
      for (int i = 0; i < alphabet.length(); i++) {
        char other = alphabet.charAt(i);
        if (other != text.charAt(at)) {
          mutated.add(text.substring(0, at) + other + text.substring(at + 1));
        }
      }
    }
    return mutated;
  }

  /** All texts in which two different neighbours have changed places. */
  static List<String> swaps(String text) {
    List<String> swapped = new ArrayList<>();
    for (int at = 0; at + 1 < text.length(); at++) {
      char one = text.charAt(at);
      char other = text.charAt(at + 1);
      if (one != other) {
        swapped.add(text.substring(0, at) + other + one + text.substring(at + 2));
      }
    }
    return swapped;
  }
}
