package licencehub.model.event;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import licencehub.model.code.CaseNumber;

/** Which parts of a joint application wait for which 前置事项, and what is wrong there. */
public final class JointOrder {
  private final Map<String, Set<String>> after = new HashMap<>();
  private final Set<String> repeated = new TreeSet<>();

  /** That of checked parts. */
  public JointOrder(List<JointOpening.Part> parts) {
    for (JointOpening.Part it : parts) {
      add(
          it.caseNumber().text(),
          it.after().stream().map(CaseNumber::text).collect(Collectors.toSet()));
    }
  }

  /** An empty one, to be told what a document says before it is believed. */
  public JointOrder() {}

  /** One part, and what it names as its prerequisites. */
  public void add(String part, Set<String> prerequisites) {
    if (after.put(part, Set.copyOf(prerequisites)) != null) {
      repeated.add(part);
    }
  }

  /** Parts that stand there twice. */
  public Set<String> repeated() {
    return Set.copyOf(repeated);
  }

  /** Prerequisites that are no parts. */
  public Set<String> unknown() {
    return after.values().stream()
        .flatMap(Set::stream)
        .filter(it -> !after.containsKey(it))
        .collect(Collectors.toSet());
  }

  /** Parts whose turn could never come: they wait for themselves, or for some that do. */
  public Set<String> circular() {
    Map<String, Set<String>> left = new HashMap<>(after);
    boolean more = true;
    while (more) {
      Set<String> waiting = Set.copyOf(left.keySet());
      more = left.values().removeIf(it -> it.stream().noneMatch(waiting::contains));
    }
    return Set.copyOf(left.keySet());
  }

  /** Whether all of these are parts. */
  public boolean names(Set<CaseNumber> parts) {
    return parts.stream().allMatch(it -> after.containsKey(it.text()));
  }
}
