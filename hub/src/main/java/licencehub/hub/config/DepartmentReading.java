package licencehub.hub.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import licencehub.hub.config.SourceFile.Limits;
import licencehub.hub.config.SourceFile.Poll;
import licencehub.hub.config.SourceFile.Trust;
import licencehub.model.code.CreditCode;
import licencehub.model.code.LicenceTypeCode;
import licencehub.model.code.RegionCode;
import licencehub.model.code.SourceId;
import licencehub.model.event.DepartmentMandate;
import licencehub.model.event.EventType;
import licencehub.model.event.Organisation;
import org.jspecify.annotations.Nullable;

/** Makes typed records of a department file in which no fault was found. */
final class DepartmentReading {
  private static final Limits LIMITS = new Limits(200, 5_000, 0);
  private static final Poll POLL = new Poll(Duration.ofSeconds(1), Duration.ofMinutes(1));

  private final Path file;
  private final Path home;

  DepartmentReading(Path file, Path home) {
    this.file = file;
    this.home = home;
  }

  DepartmentFile read(Tree tree) {
    Tree department = tree.get("department");
    return new DepartmentFile(
        file,
        home,
        new Organisation(
            need(department.get("code"), CreditCode::new), department.get("name").text()),
        need(tree.get("region"), RegionCode::new),
        contact(tree.get("contact")),
        tree.get("sources").items().stream().map(this::source).toList());
  }

  private SourceFile source(Tree source) {
    return new SourceFile(
        need(source.get("id"), SourceId::new),
        source.get("connector").text(),
        source.get("dialect").text(),
        source.get("settings").object(),
        source.get("mapping").object(),
        source.get("trust").text().equals("channel") ? Trust.CHANNEL : Trust.SIGNED,
        source.get("signers").items().stream()
            .map(it -> home.resolve(it.text()).normalize())
            .toList(),
        source.get("policy").text(HubSettings.USUAL_POLICY),
        mandate(source.get("mayState")),
        limits(source.get("limits")),
        poll(source.get("poll")),
        source.get("enabled").flag(true));
  }

  static DepartmentMandate mandate(Tree mandate) {
    Set<EventType> events = new TreeSet<>();
    mandate.get("events").items().forEach(it -> events.addAll(EventPatterns.expand(it.text())));
    return new DepartmentMandate(
        events,
        values(mandate.get("speakers"), CreditCode::new),
        values(mandate.get("licenceTypes"), LicenceTypeCode::new),
        values(mandate.get("regions"), RegionCode::new));
  }

  private static Limits limits(Tree limits) {
    return new Limits(
        limits.get("batch").number(LIMITS.batch()),
        limits.get("waiting").number(LIMITS.waiting()),
        limits.get("ratePerSecond").number(LIMITS.ratePerSecond()));
  }

  private static Poll poll(Tree poll) {
    return new Poll(
        poll.get("every").duration(POLL.every()),
        poll.get("backOffMost").duration(POLL.backOffMost()));
  }

  private static DepartmentFile.@Nullable Contact contact(Tree contact) {
    if (!contact.isPresent()) {
      return null;
    }
    return new DepartmentFile.Contact(contact.get("name").text(), contact.get("phone").text());
  }

  private static <T> Set<T> values(Tree list, Function<String, T> type) {
    return list.items().stream()
        .map(it -> it.value(type))
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  private static <T> T need(Tree tree, Function<String, T> type) {
    return Objects.requireNonNull(tree.value(type), tree.at());
  }
}
