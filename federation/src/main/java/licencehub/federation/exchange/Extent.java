package licencehub.federation.exchange;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import licencehub.model.Text;
import licencehub.model.event.EventType;
import tools.jackson.databind.node.ObjectNode;

/** How much of a case another hub is told, the least first. What is left is sound by its schema. */
public enum Extent {
  /** Nothing. */
  NONE("不给"),
  /** 目录: that it was accepted and what came of it, without persons. */
  CATALOGUE("目录"),
  /** 元数据: every step, without contacts, materials, opinions and what lets one follow it. */
  METADATA("元数据"),
  /** 全量: everything that was reported. */
  FULL("全量");

  private static final Set<EventType> IN_CATALOGUE =
      Set.of(EventType.CASE_ACCEPTED, EventType.CASE_COMPLETED);
  private static final Set<String> CATALOGUED =
      Set.of(
          "caseNumber",
          "department",
          "region",
          "result",
          "reason",
          "acceptedAt",
          "completedAt",
          "acceptanceNumber",
          "promisedLimit",
          "legalLimit",
          "item",
          "kind",
          "certificate");
  private static final Set<String> NO_METADATA =
      Set.of("contact", "materials", "opinion", "queryPassword", "extra");

  private final String zh;

  Extent(String zh) {
    this.zh = zh;
  }

  /** The word in settings. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Text text() {
    return Text.of(zh, wire());
  }

  public static Optional<Extent> find(String wire) {
    return Arrays.stream(values()).filter(it -> it.wire().equals(wire)).findFirst();
  }

  /**
   * What of one step is told.
   *
   * @param data of its event; stays as it is
   * @return empty where that the step happened is not told either
   */
  public Optional<ObjectNode> of(EventType type, ObjectNode data) {
    return switch (this) {
      case NONE -> Optional.empty();
      case CATALOGUE ->
          IN_CATALOGUE.contains(type)
              ? Optional.of(data.deepCopy().retain(CATALOGUED))
              : Optional.empty();
      case METADATA -> Optional.of(data.deepCopy().remove(NO_METADATA));
      case FULL -> Optional.of(data);
    };
  }
}
