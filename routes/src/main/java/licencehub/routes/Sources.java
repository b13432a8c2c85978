package licencehub.routes;

import java.util.List;
import java.util.Optional;
import licencehub.model.code.SourceId;

/** The sources in operation. */
public interface Sources {
  Optional<Source> find(SourceId id);

  /** How each is doing, by name. */
  List<SourceState> states();
}
