package licencehub.sharing.exemption;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import licencehub.model.code.CaseNumber;
import licencehub.sharing.item.ItemGuide;
import licencehub.sharing.item.RequiredDocument;

/**
 * A dry run of a changed guide over cases of the past: which documents would have been decided
 * otherwise. Changes nothing and remembers only what the summary holds.
 *
 * @param rules the exemption both guides are judged by
 */
public record RuleChange(Exemption rules, ItemGuide before, ItemGuide after) {
  private static final int EXAMPLES = 20;

  /** What a guide made of a document. */
  public enum Outcome {
    EXEMPT,
    SUBMIT,
    UNDECIDED,
    /** The guide does not ask for it. */
    NOT_ASKED
  }

  /** From what to what. */
  public record Move(Outcome before, Outcome after) {}

  /** One document of one case that would have been decided otherwise. */
  public record Change(CaseNumber caseNumber, String document, Move move) {}

  /**
   * One document over all cases.
   *
   * @param moves how many cases went from what to what, unchanged ones included
   * @param examples the first cases that changed, 20 at the most
   */
  public record Tally(Map<Move, Long> moves, List<CaseNumber> examples) {
    /** How many cases changed. */
    public long changed() {
      return moves.entrySet().stream()
          .filter(it -> it.getKey().before() != it.getKey().after())
          .mapToLong(Map.Entry::getValue)
          .sum();
    }

    public long count(Outcome from, Outcome to) {
      return moves.getOrDefault(new Move(from, to), 0L);
    }
  }

  /**
   * All documents over all cases.
   *
   * @param documents by code, in the order of the guides
   */
  public record Summary(long cases, Map<String, Tally> documents) {}

  /** Every change, case by case, as the cases come. */
  public Stream<Change> changes(Stream<PastCase> cases) {
    return cases.flatMap(
        it ->
            moves(it).entrySet().stream()
                .filter(e -> e.getValue().before() != e.getValue().after())
                .map(e -> new Change(it.number(), e.getKey(), e.getValue())));
  }

  /** Counts over all cases; takes them one at a time. */
  public Summary summary(Stream<PastCase> cases) {
    Map<String, Map<Move, Long>> counts = new LinkedHashMap<>();
    Map<String, List<CaseNumber>> examples = new TreeMap<>();
    long[] seen = {0};
    cases
        .sequential()
        .forEach(
            past -> {
              seen[0]++;
              moves(past).forEach((code, move) -> note(code, move, past, counts, examples));
            });
    Map<String, Tally> tallies = new LinkedHashMap<>();
    counts.forEach(
        (code, moves) ->
            tallies.put(
                code,
                new Tally(Map.copyOf(moves), List.copyOf(examples.getOrDefault(code, List.of())))));
    return new Summary(seen[0], tallies);
  }

  private static void note(
      String code,
      Move move,
      PastCase past,
      Map<String, Map<Move, Long>> counts,
      Map<String, List<CaseNumber>> examples) {
    counts.computeIfAbsent(code, it -> new LinkedHashMap<>()).merge(move, 1L, Long::sum);
    if (move.before() != move.after()) {
      List<CaseNumber> some = examples.computeIfAbsent(code, it -> new ArrayList<>());
      if (some.size() < EXAMPLES) {
        some.add(past.number());
      }
    }
  }

  private Map<String, Move> moves(PastCase past) {
    Map<String, Outcome> first = outcomes(before, past);
    Map<String, Outcome> second = outcomes(after, past);
    Map<String, Move> moves = new LinkedHashMap<>();
    for (String code : codes()) {
      moves.put(
          code,
          new Move(
              first.getOrDefault(code, Outcome.NOT_ASKED),
              second.getOrDefault(code, Outcome.NOT_ASKED)));
    }
    return moves;
  }

  private Set<String> codes() {
    Set<String> codes = new LinkedHashSet<>();
    Stream.of(before, after)
        .flatMap(it -> it.documents().stream())
        .map(RequiredDocument::code)
        .forEach(codes::add);
    return codes;
  }

  private Map<String, Outcome> outcomes(ItemGuide guide, PastCase past) {
    Map<String, Outcome> outcomes = new LinkedHashMap<>();
    rules
        .decide(guide, past.enquiry())
        .forEach(it -> outcomes.put(it.document().code(), outcome(it)));
    return outcomes;
  }

  private static Outcome outcome(Decision decision) {
    return switch (decision) {
      case Decision.Exempt it -> Outcome.EXEMPT;
      case Decision.Submit it -> Outcome.SUBMIT;
      case Decision.Undecided it -> Outcome.UNDECIDED;
    };
  }
}
