package licencehub.hub.cli;

import java.util.List;
import licencehub.model.Text;

/** One thing that keeps a hub healthy, looked at. */
interface Doctor {
  /** What is found; never throws for what it finds. */
  List<Finding> look();

  /** How bad a finding is. */
  enum Grade {
    GOOD,
    WARNING,
    BAD
  }

  /**
   * @param remedy what to do; not shown for a good finding
   */
  record Finding(Text what, Grade grade, String found, Text remedy) {
    private static final Text NONE = Text.of("无需处理", "nothing to do");

    static Finding good(Text what, String found) {
      return new Finding(what, Grade.GOOD, found, NONE);
    }
  }
}
