package licencehub.library.sql;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import licencehub.library.LibraryMove.Part;
import licencehub.model.Digest;
import org.jspecify.annotations.Nullable;

/**
 * A table as it is copied from one engine to another, in the order of its key.
 *
 * @param keys of its columns, the first ones
 * @param others all of its other columns
 */
record MovedTable(String name, List<String> keys, List<String> others) {
  private static final int PAGE = 1_000;
  private static final long MOST_BYTES = 4L << 20;

  /** Everything but the words, which are made anew, and the ledger's head, which comes last. */
  static final List<MovedTable> ALL =
      List.of(
          of("data_key", "id", "proof"),
          of(
              "event",
              "seq",
              "source id type subject version happened_at received_at effective_at valid_to"
                  + " previous standing document_digest original_digest media_type locator report"
                  + " document original"),
          of(
              "licence",
              "identifier",
              "latest status valid_to content content_version content_tie decision"
                  + " decision_version decision_tie"),
          of("replacement", "former event", ""),
          of("case_step", "number stage sequence", "event version tie"),
          of("licence_use", "code", "licence event"),
          of("use_tally", "grant_id day", "used"),
          of("use_recall", "code event", ""),
          of("use_request", "request licence", "body code"),
          of("follow_up", "number", "kind organisation issuer about due open told opened latest"),
          of("follow_up_event", "number event", ""),
          of("joint", "number", "lead opened"),
          of("joint_step", "number kind speaker about", "event version tie"),
          of("joint_part", "number case_number", "department"),
          of(
              "quarantine",
              "number",
              "source id reason attempts next_attempt settled_as received_at digest media_type"
                  + " locator original"),
          of("quarantine_fault", "number place", "reason path zh en"),
          of(
              "access",
              "number",
              "at caller role item case_number purpose operator action subject result organisation"
                  + " use_code"),
          of("position", "name", "value"),
          of("ledger_hash", "level place", "hash"),
          of("checkpoint", "size", "root note"));

  /** One row: texts, numbers as {@link Long}, bytes and nulls. */
  record Row(List<@Nullable Object> values) {}

  private static MovedTable of(String name, String keys, String others) {
    return new MovedTable(
        name,
        List.of(keys.split(" ", -1)),
        others.isEmpty() ? List.of() : List.of(others.split(" ", -1)));
  }

  long rows(Session session) throws SQLException {
    return session.first("SELECT count(*) FROM " + name, row -> row.getLong(1)).orElse(0L);
  }

  /** The key of its last row; empty when it has none. */
  List<@Nullable Object> last(Session session) throws SQLException {
    String order = keys.stream().map(it -> it + " DESC").collect(joining(", "));
    return session
        .first(
            "SELECT %s FROM %s ORDER BY %s LIMIT 1".formatted(String.join(", ", keys), name, order),
            row -> values(row, keys.size()))
        .orElse(List.of());
  }

  /** A page of rows behind a key; not many more bytes than some megabytes. */
  List<Row> page(Session session, List<@Nullable Object> after) throws SQLException {
    List<Row> rows = new ArrayList<>();
    long[] bytes = {0};
    session.visit(
        select(!after.isEmpty()),
        row -> {
          Row read = new Row(values(row, width()));
          rows.add(read);
          bytes[0] += read.values().stream().mapToLong(MovedTable::weight).sum();
          return bytes[0] < MOST_BYTES;
        },
        after.toArray());
    return rows;
  }

  List<@Nullable Object> key(Row row) {
    return row.values().subList(0, keys.size());
  }

  void add(Session session, List<Row> rows) throws SQLException {
    String places = IntStream.range(0, width()).mapToObj(i -> "?").collect(joining(", "));
    String insert = "INSERT INTO " + name + " (" + columns() + ") VALUES (" + places + ")";
    session.changeAll(insert, arguments(rows));
  }

  private static List<@Nullable Object[]> arguments(List<Row> rows) {
    List<@Nullable Object[]> arguments = new ArrayList<>();
    rows.forEach(it -> arguments.add(it.values().toArray()));
    return arguments;
  }

  /** Counts all rows and takes the digest of all their values. */
  Part part(Session session) throws SQLException {
    MessageDigest digest = Digest.start();
    long count = 0;
    List<Row> page = page(session, List.of());
    while (!page.isEmpty()) {
      count += page.size();
      page.forEach(row -> row.values().forEach(it -> update(digest, it)));
      page = page(session, key(page.getLast()));
    }
    return new Part(name, count, HexFormat.of().formatHex(digest.digest()));
  }

  private int width() {
    return keys.size() + others.size();
  }

  private String columns() {
    return Stream.concat(keys.stream(), others.stream()).collect(joining(", "));
  }

  private String select(boolean later) {
    String order = String.join(", ", keys);
    String places = keys.stream().map(it -> "?").collect(joining(", "));
    return "SELECT "
        + columns()
        + " FROM "
        + name
        + (later ? " WHERE (" + order + ") > (" + places + ")" : "")
        + " ORDER BY "
        + order
        + " LIMIT "
        + PAGE;
  }

  private static List<@Nullable Object> values(ResultSet row, int width) throws SQLException {
    List<@Nullable Object> values = new ArrayList<>();
    for (int i = 1; i <= width; i++) {
      Object value = row.getObject(i);
      values.add(value instanceof Number it ? Long.valueOf(it.longValue()) : value);
    }
    return values;
  }

  private static long weight(@Nullable Object value) {
    return value instanceof byte[] it ? it.length : Long.BYTES;
  }

  /** Kind and length first, so that no two rows look the same. */
  private static void update(MessageDigest digest, @Nullable Object value) {
    byte[] bytes =
        switch (value) {
          case null -> new byte[0];
          case byte[] it -> it;
          default -> value.toString().getBytes(UTF_8);
        };
    String kind = value == null ? "-" : value.getClass().getSimpleName();
    digest.update((kind + ":" + bytes.length + ":").getBytes(UTF_8));
    digest.update(bytes);
  }
}
