package licencehub.verification.drawing;

import java.util.EnumMap;
import java.util.Map;
import licencehub.verification.envelope.Refused;
import licencehub.verification.file.Deadline;
import licencehub.verification.file.Faults;

/** How much one picture may cost, and what it leaves out. For one thread. */
public final class Allowance {
  private static final int STEPS = 400_000;

  /** Of all pictures on a page, before they are made smaller. */
  private static final long PIXELS = 200_000_000;

  private static final int DEEPEST = 12;

  private final Deadline deadline;
  private final Map<Gap, Integer> gaps = new EnumMap<>(Gap.class);
  private int steps = STEPS;
  private long pixels = PIXELS;
  private int depth;

  public Allowance(Deadline deadline) {
    this.deadline = deadline;
  }

  /** What was left out, and how often. */
  public Map<Gap, Integer> gaps() {
    return gaps;
  }

  public void leaveOut(Gap gap) {
    gaps.merge(gap, 1, Integer::sum);
  }

  /** Pays for letters, points of a path, objects. */
  void pay(int count) throws Refused {
    deadline.check();
    steps -= count;
    if (steps < 0) {
      throw Faults.beyond("页面图元过多", "the page has too much to draw");
    }
  }

  /** Whether a picture of so many pixels may still be read. */
  boolean affords(long count) {
    pixels -= count;
    return pixels >= 0;
  }

  void enter() throws Refused {
    depth++;
    if (depth > DEEPEST) {
      throw Faults.beyond("页面图元嵌套过深", "objects of the page are nested too deep");
    }
  }

  void leave() {
    depth--;
  }
}
