package licencehub.sharing.reconciliation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import licencehub.model.Digest;
import licencehub.model.MalformedValue;
import licencehub.model.Text;
import licencehub.model.submission.SentNumber;

/**
 * What was sent, or received, in a time. Its 256 buckets are told apart by the first byte of the
 * SHA-256 of the id: where two sides differ in little, few buckets differ.
 */
public final class NumberSet {
  private final SortedMap<Integer, List<SentNumber>> buckets;

  private NumberSet(SortedMap<Integer, List<SentNumber>> buckets) {
    this.buckets = buckets;
  }

  /**
   * @throws MalformedValue when one id is in it with two versions
   */
  public static NumberSet of(Collection<SentNumber> numbers) {
    SortedMap<Integer, List<SentNumber>> buckets = new TreeMap<>();
    numbers.forEach(
        it -> buckets.computeIfAbsent(bucket(it.id()), key -> new ArrayList<>()).add(it));
    buckets.replaceAll((bucket, all) -> ordered(all));
    return new NumberSet(buckets);
  }

  /** The bucket of an id, 0 to 255. */
  public static int bucket(String id) {
    return Byte.toUnsignedInt(Digest.ofTexts(List.of(id)).bytes()[0]);
  }

  /** All of them, in order. */
  public List<SentNumber> numbers() {
    return ordered(buckets.values().stream().flatMap(List::stream).toList());
  }

  public Tally tally() {
    return tally(numbers());
  }

  /** Those of the buckets that have something in them. */
  public Map<Integer, Tally> tallies() {
    return buckets.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, it -> tally(it.getValue())));
  }

  /**
   * The buckets in which the other side has something else.
   *
   * @param others a bucket that is not in it is empty there
   */
  public Set<Integer> differing(Map<Integer, Tally> others) {
    Map<Integer, Tally> own = tallies();
    Set<Integer> all = new TreeSet<>(own.keySet());
    all.addAll(others.keySet());
    all.removeIf(
        it -> own.getOrDefault(it, Tally.NOTHING).equals(others.getOrDefault(it, Tally.NOTHING)));
    return Collections.unmodifiableSet(all);
  }

  /** What of it is in these buckets. */
  public NumberSet in(Set<Integer> wanted) {
    SortedMap<Integer, List<SentNumber>> some = new TreeMap<>(buckets);
    some.keySet().retainAll(wanted);
    return new NumberSet(some);
  }

  /** Version by id. */
  Map<String, Long> versions() {
    Map<String, Long> versions = new HashMap<>();
    numbers().forEach(it -> versions.put(it.id(), it.version()));
    return versions;
  }

  private static List<SentNumber> ordered(Collection<SentNumber> numbers) {
    List<SentNumber> ordered = numbers.stream().distinct().sorted().toList();
    for (int i = 1; i < ordered.size(); i++) {
      if (ordered.get(i).id().equals(ordered.get(i - 1).id())) {
        throw MalformedValue.of(
            Text.of("报送编号", "the sender's number"),
            ordered.get(i).id(),
            Text.of("列出了两个版本", "is listed with two versions"),
            "20261122-000017");
      }
    }
    return ordered;
  }

  private static Tally tally(List<SentNumber> ordered) {
    List<String> lines = ordered.stream().map(it -> it.id() + "\n" + it.version() + "\n").toList();
    return new Tally(ordered.size(), Digest.ofTexts(lines));
  }
}
