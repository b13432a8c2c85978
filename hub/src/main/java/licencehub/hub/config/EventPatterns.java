package licencehub.hub.config;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import licencehub.model.event.EventType;

/** {@code case.*}, {@code licence.*}, {@code *} or the name of one event type. */
final class EventPatterns {
  private EventPatterns() {}

  /**
   * The event types of sources a pattern stands for, never one of the hub's own; empty when it fits
   * none.
   */
  static Set<EventType> expand(String pattern) {
    Set<EventType> types = all(pattern);
    types.removeIf(EventType::isHubs);
    return types;
  }

  /** The event types a pattern stands for, the hub's own among them. */
  static Set<EventType> all(String pattern) {
    Set<EventType> types = EnumSet.noneOf(EventType.class);
    Arrays.stream(EventType.values()).filter(it -> fits(pattern, it)).forEach(types::add);
    return types;
  }

  private static boolean fits(String pattern, EventType type) {
    return pattern.equals("*")
        || pattern.equals(type.wire())
        || (pattern.endsWith(".*")
            && type.wire().startsWith(pattern.substring(0, pattern.length() - 1)));
  }
}
