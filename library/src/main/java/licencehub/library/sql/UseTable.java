package licencehub.library.sql;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import licencehub.library.MeteredUse;
import licencehub.library.UseNumber;
import licencehub.library.UseOutcome;
import licencehub.library.Uses.Tally;
import licencehub.model.event.Statement.LicenceUse;
import licencehub.model.event.Statement.UseRecall;
import org.jspecify.annotations.Nullable;

/** The tables {@code licence_use} and {@code use_tally}, as one group sees them. */
final class UseTable implements GroupTable {
  private static final String USED = "SELECT used FROM use_tally WHERE grant_id = ? AND day = ?";
  private static final Lookup CODES = new Lookup("licence_use", "code text", "code");
  private static final Addition ADD =
      Addition.of("licence_use", "code text, licence text, event bigint");
  private static final Lookup COUNTED =
      new Lookup("use_tally", "grant_id text, day bigint", "grant_id, day, used");
  private static final Addition COUNT =
      Addition.replacing("use_tally", 2, "grant_id text, day bigint, used bigint");
  private static final Addition RECALL = Addition.of("use_recall", "code text, event bigint");
  private static final Lookup ANSWERED =
      new Lookup("use_request", "request text", "request, licence, body");
  private static final Addition REMEMBER =
      Addition.of("use_request", "request text, licence text, body text, code text");

  /** The day under which all days are counted; no use was ever authorised in 1970. */
  private static final long ALL_DAYS = 0;

  private final Session file;
  private final Bulk bulk;
  private final LicenceTable licences;
  private final Touched<String, Long> codes = new Touched<>();
  private final Touched<Day, Long> tallies = new Touched<>();
  private final Touched<String, List<Answered>> requests = new Touched<>();
  private final List<@Nullable Object[]> added = new ArrayList<>();
  private final List<@Nullable Object[]> recalled = new ArrayList<>();
  private final List<@Nullable Object[]> remembered = new ArrayList<>();

  UseTable(Session file, Bulk bulk, LicenceTable licences) {
    this.file = file;
    this.bulk = bulk;
    this.licences = licences;
  }

  private record Day(String grant, long day) {}

  /** What a request's number was used for. */
  private record Answered(String licence, String body) {}

  void want(LicenceUse use) {
    codes.want(use.code().text());
    tallies.want(day(use));
    tallies.want(new Day(use.grant(), ALL_DAYS));
  }

  /** That it will be asked what keeps this use from being recorded. */
  void want(MeteredUse it) {
    licences.wantNewest(it.use().licence().toString());
    UseNumber number = it.number();
    if (number != null) {
      requests.want(number.request());
    }
  }

  @Override
  public void read() throws SQLException {
    List<@Nullable Object[]> days = new ArrayList<>();
    for (Day it : tallies.toRead()) {
      days.add(new @Nullable Object[] {it.grant(), it.day()});
    }
    bulk.find(
        file,
        COUNTED,
        days,
        row -> {
          tallies.found(new Day(row.getString(1), row.getLong(2)), row.getLong(3));
          return true;
        });
    bulk.find(
        file,
        CODES,
        Lookup.keys(codes.toRead()),
        row -> {
          codes.found(row.getString(1), 1L);
          return true;
        });
    bulk.find(
        file,
        ANSWERED,
        Lookup.keys(requests.toRead()),
        row -> {
          answered(row.getString(1), new Answered(row.getString(2), row.getString(3)));
          return true;
        });
  }

  /** What keeps a use from being recorded; empty when nothing does. */
  Optional<UseOutcome> against(MeteredUse it) {
    LicenceUse use = it.use();
    if (licences.newest(use.licence().toString()) > it.decidedAt() || isAnswered(it)) {
      return Optional.of(new UseOutcome.Overtaken());
    }
    return used(day(use)) >= it.perDay() || used(new Day(use.grant(), ALL_DAYS)) >= it.inAll()
        ? Optional.of(new UseOutcome.Exhausted())
        : Optional.empty();
  }

  /** Whether the request's number was used for this licence already, or for something else. */
  private boolean isAnswered(MeteredUse it) {
    UseNumber number = it.number();
    String licence = it.use().licence().toString();
    return number != null
        && requests.find(number.request()).orElse(List.of()).stream()
            .anyMatch(
                known -> known.licence().equals(licence) || !known.body().equals(number.body()));
  }

  /** That the use answers the request it was asked for in. */
  void remember(MeteredUse it) {
    UseNumber number = it.number();
    if (number != null) {
      LicenceUse use = it.use();
      String licence = use.licence().toString();
      answered(number.request(), new Answered(licence, number.body()));
      remembered.add(
          new @Nullable Object[] {number.request(), licence, number.body(), use.code().text()});
    }
  }

  void recall(UseRecall recall, long event) {
    recalled.add(new @Nullable Object[] {recall.code().text(), event});
  }

  /** Of several events of one code the first counts. */
  void add(LicenceUse use, long event) {
    String code = use.code().text();
    if (codes.find(code).isEmpty()) {
      codes.put(code, event);
      added.add(new @Nullable Object[] {code, use.licence().toString(), event});
      for (Day it : List.of(day(use), new Day(use.grant(), ALL_DAYS))) {
        tallies.put(it, used(it) + 1);
      }
    }
  }

  @Override
  public void write() throws SQLException {
    List<@Nullable Object[]> counted = new ArrayList<>();
    for (Map.Entry<Day, Long> it : tallies.toWrite()) {
      counted.add(new @Nullable Object[] {it.getKey().grant(), it.getKey().day(), it.getValue()});
    }
    bulk.add(file, ADD, added);
    bulk.add(file, COUNT, counted);
    bulk.add(file, RECALL, recalled);
    bulk.add(file, REMEMBER, remembered);
    List.of(added, recalled, remembered).forEach(List::clear);
  }

  private void answered(String request, Answered it) {
    List<Answered> all = new ArrayList<>(requests.find(request).orElse(List.of()));
    all.add(it);
    requests.found(request, all);
  }

  private long used(Day day) {
    return tallies.find(day).orElse(0L);
  }

  private static Day day(LicenceUse use) {
    return new Day(use.grant(), Times.day(use.at()).toEpochDay());
  }

  static Tally tally(Session session, String grant, LocalDate day) throws SQLException {
    return new Tally(used(session, grant, day.toEpochDay()), used(session, grant, ALL_DAYS));
  }

  private static long used(Session session, String grant, long day) throws SQLException {
    return session.first(USED, row -> row.getLong(1), grant, day).orElse(0L);
  }
}
