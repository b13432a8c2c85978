package licencehub.library.lease;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who should hold what. What is nobody's goes to the one of those who take part that holds least;
 * when one holds at least two more than another that takes part in one of them, it goes over. So
 * everybody holds about as much, and as little as possible moves.
 */
public final class Spread {
  private final List<Member> members;
  private final Map<String, Long> holders = new TreeMap<>();
  private final Map<Long, Integer> counts = new HashMap<>();

  /**
   * A hub that is alive.
   *
   * @param session tells it from every other, and from itself before it was started again
   * @param wants names it takes part in
   */
  public record Member(long session, Set<String> wants) {
    public Member {
      wants = Set.copyOf(wants);
    }
  }

  private Spread(List<Member> members) {
    this.members = members;
    members.forEach(it -> counts.put(it.session(), 0));
  }

  /**
   * The same for everybody who is told the same.
   *
   * @param now session by name
   * @return session by name; what nobody takes part in is left out
   */
  public static Map<String, Long> of(List<Member> members, Map<String, Long> now) {
    Spread spread = new Spread(members);
    Set<String> wanted = new TreeSet<>();
    for (Member each : members) {
      for (String name : each.wants()) {
        wanted.add(name);
        if (Long.valueOf(each.session()).equals(now.get(name))) {
          spread.give(name, each.session());
        }
      }
    }
    for (String name : wanted) {
      if (!spread.holders.containsKey(name)) {
        spread.least(name).ifPresent(it -> spread.give(name, it.session()));
      }
    }
    while (spread.moveOne()) {
      // Each move brings two nearer to each other, so there is a last one.
    }
    return spread.holders;
  }

  private Optional<Member> least(String name) {
    return members.stream()
        .filter(it -> it.wants().contains(name))
        .min(
            Comparator.<Member>comparingInt(it -> count(it.session()))
                .thenComparingLong(Member::session));
  }

  private boolean moveOne() {
    for (Map.Entry<String, Long> each : holders.entrySet()) {
      Member other = least(each.getKey()).orElseThrow();
      if (count(each.getValue()) - count(other.session()) > 1) {
        counts.merge(each.getValue(), -1, Integer::sum);
        give(each.getKey(), other.session());
        return true;
      }
    }
    return false;
  }

  private void give(String name, long session) {
    holders.put(name, session);
    counts.merge(session, 1, Integer::sum);
  }

  private int count(long session) {
    return counts.getOrDefault(session, 0);
  }
}
