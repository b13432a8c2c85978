package licencehub.connectors;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import licencehub.model.code.SourceId;

/** Positions that last as long as a test. */
public final class RememberedPositions implements Positions {
  private final Map<SourceId, String> kept = new ConcurrentHashMap<>();

  @Override
  public Optional<String> find(SourceId source) {
    return Optional.ofNullable(kept.get(source));
  }

  @Override
  public void keep(SourceId source, String position) {
    kept.put(source, position);
  }
}
