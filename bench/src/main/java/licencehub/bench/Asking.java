package licencehub.bench;

import java.util.Arrays;
import licencehub.demo.regions.RegionHub;
import licencehub.hub.access.Role;

/** An approver who searches at one hub, one question after the other. */
record Asking(String url, String token) {
  static Asking at(RegionHub hub) {
    return new Asking(
        hub.stage.hubUrl() + "/api/v1/licences/search", hub.client().token(Role.APPROVER));
  }

  String ask(String question) {
    return Lookups.one(url, token, question);
  }

  /** Asks for what has to be there. */
  void found(String question) {
    says("\"answer\":\"found\"", ask(question));
  }

  /** Asks for what nobody has. */
  void absent(String question) {
    says("\"answer\":\"absent\"", ask(question));
  }

  private static void says(String word, String answer) {
    if (!answer.contains(word)) {
      throw new IllegalStateException(word + " is not what was answered: " + answer);
    }
  }

  static double millis(Runnable asked) {
    long began = System.nanoTime();
    asked.run();
    return (System.nanoTime() - began) / 1e6;
  }

  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
