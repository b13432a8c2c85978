package licencehub.hub.config;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A broker in a process of its own, in place of the embedded one: sources that are declared on the
 * embedded broker are reached there, so that no department file changes with it.
 *
 * @param settings how every source on it is reached, in the words of the connector {@code jms}
 * @param deadLetterPrefix begins the name of a queue's dead letters; the queue's name follows
 */
record OutsideBroker(ObjectNode settings, String deadLetterPrefix) {
  private static final String EMBEDDED = "vm://0";
  private static final String PREFIX = "deadLetterPrefix";

  static OutsideBroker read(Tree outside) {
    ObjectNode settings = outside.object().deepCopy();
    settings.remove(PREFIX);
    return new OutsideBroker(settings, outside.get(PREFIX).text("dead."));
  }

  /** Null where there is none. */
  static @Nullable String url(Tree outside) {
    return outside.isPresent() ? outside.get("url").text() : null;
  }

  /** The departments, with their sources on the embedded broker brought here. */
  static List<DepartmentFile> serving(Tree outside, List<DepartmentFile> departments) {
    if (!outside.isPresent()) {
      return departments;
    }
    OutsideBroker broker = read(outside);
    return departments.stream().map(broker::serving).toList();
  }

  private DepartmentFile serving(DepartmentFile department) {
    return new DepartmentFile(
        department.file(),
        department.home(),
        department.department(),
        department.region(),
        department.contact(),
        department.sources().stream().map(this::serving).toList());
  }

  private SourceFile serving(SourceFile source) {
    if (!source.settings().path("url").asString("").equals(EMBEDDED)) {
      return source;
    }
    ObjectNode reached = source.settings().deepCopy();
    reached.setAll(settings.deepCopy());
    if (!reached.has("deadLetters")) {
      reached.put("deadLetters", deadLetterPrefix + reached.required("queue").asString());
    }
    return source.reachedBy(reached);
  }
}
