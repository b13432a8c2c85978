package licencehub.bench;

import java.util.Locale;

/** The Markdown table a run ends in. */
final class Table {
  private final StringBuilder rows = new StringBuilder();

  void row(String what, String figure, String ratio) {
    rows.append(markdown(what, figure, ratio));
  }

  /** A row made before. */
  void line(String row) {
    rows.append(row.strip()).append('\n');
  }

  static String markdown(String what, String figure, String ratio) {
    return "| " + what + " | " + figure + " | " + ratio + " |\n";
  }

  static String rate(double perSecond) {
    return String.format(Locale.ROOT, "%,.0f/s", perSecond);
  }

  static String rate(Medians it) {
    return String.format(
        Locale.ROOT, "%,.0f/s (%,.0f to %,.0f)", it.median(), it.least(), it.most());
  }

  static String seconds(Medians it) {
    return String.format(Locale.ROOT, "%.1f s (%.1f to %.1f)", it.median(), it.least(), it.most());
  }

  static String millis(Medians it) {
    return String.format(Locale.ROOT, "%.2f ms (%.2f to %.2f)", it.median(), it.least(), it.most());
  }

  static String ratio(double value, String of) {
    return String.format(Locale.ROOT, "%.2f × %s", value, of);
  }

  String markdown() {
    return "| what | measured | ratio in this run |\n|---|---|---|\n"
        + rows
        + "\n"
        + machine()
        + "\n";
  }

  private static String machine() {
    return "Machine: "
        + Runtime.getRuntime().availableProcessors()
        + " processors, "
        + System.getProperty("os.name")
        + " "
        + System.getProperty("os.version")
        + ", Java "
        + Runtime.version()
        + "; client and hub share it.";
  }
}
