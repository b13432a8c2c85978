package licencehub.schemas;

import java.util.List;
import licencehub.model.Fault;
import licencehub.model.event.Event;

/** What the catalogue found in a document. */
public sealed interface Checked {
  /** It meets its schema and every code in it is right. */
  record Sound(Event event) implements Checked {}

  /** It does not; every fault is listed. */
  record Unsound(List<Fault> faults) implements Checked {
    public Unsound {
      faults = List.copyOf(faults);
    }
  }
}
