package licencehub.demo.players;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import licencehub.model.code.SourceId;

/**
 * Both sides' books beside each other: what every department's own ledger says must have become of
 * what it sent, and what the hub says became of it.
 */
public record Reconciliation(List<Line> lines) {
  private static final List<String> WORDS =
      List.of("accepted", "duplicate", "superseded", "quarantined");

  /** One source: counts by outcome word on both sides. */
  public record Line(SourceId source, Map<String, Long> sent, Map<String, Long> became) {
    public long sentInAll() {
      return sum(sent);
    }

    /** Whether sent = accepted + duplicate + superseded + quarantined, each as it must be. */
    public boolean agrees() {
      return WORDS.stream().allMatch(it -> count(sent, it) == count(became, it));
    }

    /** Whether the hub has an outcome for everything sent. */
    boolean settled() {
      return sum(became) >= sum(sent);
    }

    private static long sum(Map<String, Long> counts) {
      return counts.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  public static Reconciliation of(
      Map<SourceId, Map<String, Long>> sent, Map<SourceId, Map<String, Long>> became) {
    List<Line> lines = new ArrayList<>();
    sent.forEach(
        (source, it) -> lines.add(new Line(source, it, became.getOrDefault(source, Map.of()))));
    return new Reconciliation(List.copyOf(lines));
  }

  /** Whether nothing is on its way any more. */
  public boolean settled() {
    return lines.stream().allMatch(Line::settled);
  }

  public boolean agrees() {
    return lines.stream().allMatch(Line::agrees);
  }

  /** Records the hub has an outcome for. */
  public long became() {
    return lines.stream().mapToLong(it -> Line.sum(it.became())).sum();
  }

  /** The table for people: a line for each source and one for all. */
  public String table() {
    StringBuilder table = new StringBuilder();
    table.append(
        String.format(
            "%-24s %10s %10s %10s %10s %12s  %s%n",
            "来源 source",
            "sent",
            "accepted",
            "duplicate",
            "superseded",
            "quarantined",
            "核对 agrees"));
    lines.forEach(it -> table.append(row(it.source().text(), List.of(it))));
    return table.append(row("合计 total", lines)).toString();
  }

  private static String row(String name, List<Line> lines) {
    List<Long> numbers =
        Stream.concat(
                Stream.of(lines.stream().mapToLong(Line::sentInAll).sum()),
                WORDS.stream()
                    .map(word -> lines.stream().mapToLong(it -> count(it.became(), word)).sum()))
            .toList();
    boolean agrees = lines.stream().allMatch(Line::agrees);
    return String.format(
        "%-24s %10d %10d %10d %10d %12d  %s%n",
        name,
        numbers.get(0),
        numbers.get(1),
        numbers.get(2),
        numbers.get(3),
        numbers.get(4),
        agrees ? "✓" : "✗");
  }

  private static long count(Map<String, Long> counts, String word) {
    return counts.getOrDefault(word, 0L);
  }
}
