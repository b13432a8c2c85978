package licencehub.demo;

import java.time.InstantSource;

/** Stands in until picocli has set the parent of a sub-command. */
final class DemoParent {
  static final DemoCommand NONE = new DemoCommand(InstantSource.system());

  private DemoParent() {}
}
