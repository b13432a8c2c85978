package licencehub.connectors;

import java.util.Optional;
import licencehub.model.code.SourceId;

/** Remembers durably how far a source was read. */
public interface Positions {
  Optional<String> find(SourceId source);

  /** Returns when the position is on disk. */
  void keep(SourceId source, String position);
}
