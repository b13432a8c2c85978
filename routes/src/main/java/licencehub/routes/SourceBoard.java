package licencehub.routes;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import licencehub.model.code.SourceId;

/** Knows every source in operation and keeps count of what each brought. */
public final class SourceBoard implements Sources {
  private final Map<SourceId, SourceRecord> records = new ConcurrentSkipListMap<>();

  /** Puts a source on the board; one of the same name makes way and its counts go on. */
  public void put(Source source) {
    records.merge(source.id(), new SourceRecord(source), (old, fresh) -> fresh.continuing(old));
  }

  public void remove(SourceId id) {
    records.remove(id);
  }

  @Override
  public Optional<Source> find(SourceId id) {
    return Optional.ofNullable(records.get(id)).map(SourceRecord::source);
  }

  @Override
  public List<SourceState> states() {
    return records.values().stream().map(SourceRecord::state).toList();
  }

  /** The running account of a source that is on the board. */
  SourceRecord record(SourceId id) {
    return Objects.requireNonNull(records.get(id), () -> "no source " + id);
  }
}
