package licencehub.schemas;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import licencehub.model.Fault;
import licencehub.model.Reason;
import licencehub.model.Text;
import licencehub.model.event.Event;
import licencehub.model.event.EventType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checks canonical documents against the published contracts. Compiled once, safe for use by many
 * threads, and never throws for bad content.
 */
public final class Catalogue {
  /** The size of a document that is taken unless said otherwise: 2 MiB. */
  public static final int MOST_BYTES = 2 * 1024 * 1024;

  private static final int MOST_FAULTS = 100;
  private static final int SHOWN = 80;

  private final DocumentReader reader;
  private final Judge wrapper;
  private final Map<String, Known> known;

  private record Known(EventType type, Judge judge) {}

  /** A catalogue that takes documents of up to {@link #MOST_BYTES}. */
  public Catalogue() {
    this(MOST_BYTES);
  }

  /**
   * @param mostBytes the size of the largest document taken
   */
  public Catalogue(int mostBytes) {
    this(new DocumentReader(mostBytes), judge("cloudevent/v1.schema.json"), new HashMap<>());
    for (EventType type : EventType.values()) {
      known.put(type.wire(), new Known(type, judge(Contracts.nameOf(type))));
    }
  }

  private Catalogue(DocumentReader reader, Judge wrapper, Map<String, Known> known) {
    this.reader = reader;
    this.wrapper = wrapper;
    this.known = known;
  }

  /** The same catalogue, taking documents of up to another size. */
  public Catalogue taking(int bytes) {
    return new Catalogue(new DocumentReader(bytes), wrapper, known);
  }

  /**
   * Reads one document and tells either the event it states or everything that is wrong with it.
   * Whether its source is the system that sent it is for the caller to compare.
   */
  public Checked check(byte[] document) {
    return switch (reader.read(document)) {
      case DocumentReader.Read.Broken it -> new Checked.Unsound(List.of(it.fault()));
      case DocumentReader.Read.Tree it -> check(it.root());
    };
  }

  /** The sender's number, if it can be made out at all: for whoever sets the document aside. */
  public Optional<String> idOf(byte[] document) {
    return reader.idOf(document);
  }

  /** The event of a document that was checked before it was filed. */
  public static Event filed(byte[] document) {
    JsonNode root = JsonMapper.shared().readTree(document);
    return EventReader.read(EventType.parse(root.path("type").asString("")), root);
  }

  private Checked check(JsonNode root) {
    Known type = known.get(root.path("type").asString(""));
    if (type == null) {
      return unknown(root);
    }
    List<Violation> violations = type.judge().violations(root);
    List<Fault> disagreements = Agreement.faults(root);
    if (violations.isEmpty() && disagreements.isEmpty()) {
      return new Checked.Sound(EventReader.read(type.type(), root));
    }
    List<Fault> faults = new ArrayList<>();
    violations.forEach(it -> faults.add(it.asFault()));
    Set<String> told = faults.stream().map(Fault::path).collect(Collectors.toSet());
    disagreements.stream().filter(it -> !told.contains(it.path())).forEach(faults::add);
    return unsound(faults);
  }

  private Checked unknown(JsonNode root) {
    JsonNode type = root.path("type");
    List<Fault> faults = new ArrayList<>();
    for (Violation each : wrapper.violations(root)) {
      if (!type.isString() || !each.place().equals(List.of("type"))) {
        faults.add(each.asFault());
      }
    }
    if (type.isString()) {
      faults.add(Fault.at("/type", Reason.EVENT_TYPE_UNKNOWN, unknownType(type.asString())));
    }
    return unsound(faults);
  }

  private static Text unknownType(String written) {
    List<String> known = List.of(EventType.values()).stream().map(EventType::wire).toList();
    String shown = written.length() > SHOWN ? written.substring(0, SHOWN) + "…" : written;
    String meant = Nearest.of(written, known).orElse(EventType.LICENCE_ISSUED.wire());
    return Text.of(
        "事件类型“" + shown + "”不在目录中，例如 " + meant + "。",
        "Event type \"" + shown + "\" is not in the catalogue, for example " + meant + ".");
  }

  private static Checked unsound(List<Fault> faults) {
    faults.sort(Comparator.comparing(Fault::path));
    if (faults.size() <= MOST_FAULTS) {
      return new Checked.Unsound(faults);
    }
    List<Fault> shown = new ArrayList<>(faults.subList(0, MOST_FAULTS));
    int more = faults.size() - MOST_FAULTS;
    shown.add(
        Fault.of(
            Reason.SCHEMA_VIOLATED,
            Text.of("另有" + more + "处错误未列出。", more + " more faults are not listed.")));
    return new Checked.Unsound(shown);
  }

  private static Judge judge(String name) {
    String text = Contracts.find(name).orElseThrow();
    return new Judge(
        text, id -> Contracts.find(id.substring(Contracts.BASE.length())).orElseThrow());
  }
}
