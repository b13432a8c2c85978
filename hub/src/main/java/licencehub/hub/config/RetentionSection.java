package licencehub.hub.config;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import licencehub.library.Retention.Kind;
import licencehub.model.Text;

/**
 * How long what is kept for a time only is kept.
 *
 * @param life of each kind; one that is not named is kept for good
 */
public record RetentionSection(Map<Kind, Duration> life) {
  private static final Duration SHORTEST = Duration.ofDays(1);
  private static final Map<Kind, String> KEYS =
      Map.of(Kind.ACCESSES, "accesses", Kind.SETTLED_QUARANTINE, "settledQuarantine");

  public RetentionSection {
    life = Map.copyOf(life);
  }

  static RetentionSection read(Tree retention) {
    Map<Kind, Duration> life = new EnumMap<>(Kind.class);
    KEYS.forEach(
        (kind, key) -> {
          Tree named = retention.get(key);
          if (named.isPresent()) {
            life.put(kind, named.duration(SHORTEST));
          }
        });
    return new RetentionSection(life);
  }

  /** What is counted within a day, wrong comparisons among it, must last that long. */
  static void check(Tree retention) {
    for (String key : KEYS.values()) {
      Tree named = retention.get(key);
      if (named.duration(SHORTEST).compareTo(SHORTEST) < 0) {
        named.wrong(
            Text.of("保留期太短", "this is kept too short a time"),
            Text.of("至少 P1D", "P1D at the least"));
      }
    }
  }
}
