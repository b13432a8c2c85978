package licencehub.routes.trace;

import java.util.LinkedHashMap;
import java.util.Map;
import licencehub.model.code.SourceId;
import org.jspecify.annotations.Nullable;

/**
 * Which trace the newest events were filed under. Kept in memory alone: a trace is an aid, no
 * record, and what is signed and filed stays as it came.
 */
final class Underway {
  private static final int MOST = 10_000;

  private final Map<Key, String> parents =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, String> eldest) {
          return size() > MOST;
        }
      };

  private record Key(SourceId source, String id) {}

  synchronized void note(SourceId source, String id, String parent) {
    parents.put(new Key(source, id), parent);
  }

  synchronized @Nullable String find(SourceId source, String id) {
    return parents.get(new Key(source, id));
  }
}
