package licencehub.connectors.tables;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import licencehub.connectors.FrontEndTable;
import licencehub.connectors.FrontEndTable.Detail;
import org.jspecify.annotations.Nullable;

/**
 * One front-end table and the events its rows report.
 *
 * @param frontEnd what a reader needs to know
 * @param otherNames names the table goes by elsewhere, as in ExInfo documents
 * @param keys the columns that name a row across its versions
 * @param version gives the record version
 * @param only what a row must have to be reported at all
 * @param signature how a row is signed; null where rows are not
 */
record TableMapping(
    FrontEndTable frontEnd,
    List<String> otherNames,
    List<String> keys,
    Field version,
    List<Condition> only,
    List<EventMapping> events,
    Map<String, List<String>> aliases,
    @Nullable SignedColumns signature) {
  TableMapping {
    otherNames = List.copyOf(otherNames);
    keys = List.copyOf(keys);
    aliases = Map.copyOf(aliases);
    only = List.copyOf(only);
    events = List.copyOf(events);
  }

  String name() {
    return frontEnd.name();
  }

  boolean isCalled(String text) {
    return name().equalsIgnoreCase(text)
        || otherNames.stream().anyMatch(it -> it.equalsIgnoreCase(text));
  }

  /** The table of this name whose rows belong to rows of this one. */
  Optional<Detail> detail(String name) {
    return frontEnd.details().stream()
        .filter(it -> it.table().name().equalsIgnoreCase(name))
        .findFirst();
  }

  /** The events {@code row} reports: usually one, two where a row tells start and end. */
  List<EventMapping> events(Row row) {
    return isReported(row) ? events.stream().filter(it -> it.fits(row)).toList() : List.of();
  }

  /** Whether rows like this one are for the hub at all. */
  boolean isReported(Row row) {
    return only.stream().allMatch(it -> it.holds(row));
  }
}
