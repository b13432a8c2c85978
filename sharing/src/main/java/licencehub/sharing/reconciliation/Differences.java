package licencehub.sharing.reconciliation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import licencehub.model.submission.SentNumber;

/**
 * What a sender lists held against what was received.
 *
 * @param missing listed, and not here
 * @param quarantined listed, and set aside
 * @param otherVersions listed in one version, and here in another
 * @param otherTime listed, and here, but received at another time: no difference to mend
 * @param unlisted received at that time, and not listed
 */
public record Differences(
    List<SentNumber> missing,
    List<SetAside> quarantined,
    List<OtherVersion> otherVersions,
    List<SentNumber> otherTime,
    List<String> unlisted) {
  public Differences {
    missing = List.copyOf(missing);
    quarantined = List.copyOf(quarantined);
    otherVersions = List.copyOf(otherVersions);
    otherTime = List.copyOf(otherTime);
    unlisted = List.copyOf(unlisted);
  }

  /** Whether both sides have the same. */
  public boolean none() {
    return missing.isEmpty()
        && quarantined.isEmpty()
        && otherVersions.isEmpty()
        && unlisted.isEmpty();
  }

  /**
   * @param entry its number in the quarantine
   */
  public record SetAside(SentNumber listed, long entry) {}

  /**
   * @param here the version that was filed
   */
  public record OtherVersion(SentNumber listed, long here) {}

  /** Those that were listed and did not come in that time: somebody has to look where they are. */
  public static Set<String> sought(NumberSet listed, NumberSet received) {
    Set<String> sought = new TreeSet<>(listed.versions().keySet());
    sought.removeAll(received.versions().keySet());
    return sought;
  }

  /**
   * @param received in that time
   * @param whereabouts of those {@link #sought}
   */
  public static Differences between(
      NumberSet listed, NumberSet received, Function<String, Whereabouts> whereabouts) {
    Map<String, Long> here = received.versions();
    List<SentNumber> missing = new ArrayList<>();
    List<SetAside> quarantined = new ArrayList<>();
    List<OtherVersion> otherVersions = new ArrayList<>();
    List<SentNumber> otherTime = new ArrayList<>();
    for (SentNumber each : listed.numbers()) {
      Long version = here.get(each.id());
      switch (version == null ? whereabouts.apply(each.id()) : new Whereabouts.Filed(version)) {
        case Whereabouts.Nowhere it -> missing.add(each);
        case Whereabouts.SetAside it -> quarantined.add(new SetAside(each, it.entry()));
        case Whereabouts.Filed it when it.version() != each.version() ->
            otherVersions.add(new OtherVersion(each, it.version()));
        case Whereabouts.Filed it when version == null -> otherTime.add(each);
        case Whereabouts.Filed it -> {}
      }
    }
    return new Differences(missing, quarantined, otherVersions, otherTime, unlisted(listed, here));
  }

  private static List<String> unlisted(NumberSet listed, Map<String, Long> here) {
    Set<String> unlisted = new TreeSet<>(here.keySet());
    unlisted.removeAll(listed.versions().keySet());
    return List.copyOf(unlisted);
  }
}
