package licencehub.hub.config;

import java.util.List;

/** What came of reading a configuration folder. */
public sealed interface Loaded {
  /** Every setting is understood and everything it points to is there. */
  record Sound(ConfigFolder config) implements Loaded {}

  /** Something is wrong; nothing of it may be used. Every fault of every file is listed. */
  record Unsound(List<ConfigFault> faults) implements Loaded {
    public Unsound {
      faults = List.copyOf(faults);
    }
  }
}
