package licencehub.library.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import licencehub.library.Archive.Part;
import licencehub.library.Archive.Row;

/**
 * The columns of one table that follow from the events.
 *
 * @param keys its key; those that begin with {@code #} are numbers
 */
record ArchivedColumns(String table, List<String> keys, List<String> values) {
  private static final int KEY_DIGITS = 19;

  private static final ArchivedColumns EVENTS =
      new ArchivedColumns(
          "event",
          List.of("#seq"),
          words(
              "source id type subject version happened_at received_at effective_at valid_to"
                  + " previous standing document_digest original_digest"));
  private static final ArchivedColumns LICENCES =
      new ArchivedColumns(
          "licence",
          List.of("identifier"),
          words(
              "latest status valid_to content content_version content_tie decision"
                  + " decision_version decision_tie"));
  private static final ArchivedColumns REPLACEMENTS =
      new ArchivedColumns("replacement", List.of("former", "#event"), List.of());
  private static final ArchivedColumns CASE_STEPS =
      new ArchivedColumns(
          "case_step", List.of("number", "stage", "#sequence"), words("event version tie"));
  private static final ArchivedColumns USES =
      new ArchivedColumns("licence_use", List.of("code"), words("licence event"));
  private static final ArchivedColumns RECALLS =
      new ArchivedColumns("use_recall", List.of("code", "#event"), List.of());
  private static final ArchivedColumns TALLIES =
      new ArchivedColumns("use_tally", List.of("grant_id", "#day"), words("used"));
  private static final ArchivedColumns FOLLOW_UPS =
      new ArchivedColumns(
          "follow_up",
          List.of("number"),
          words("kind organisation issuer about due open told opened latest"));
  private static final ArchivedColumns JOINTS =
      new ArchivedColumns("joint", List.of("number"), words("lead opened"));
  private static final ArchivedColumns JOINT_STEPS =
      new ArchivedColumns(
          "joint_step", List.of("number", "kind", "speaker", "about"), words("event version tie"));
  private static final ArchivedColumns JOINT_PARTS =
      new ArchivedColumns("joint_part", List.of("number", "case_number"), words("department"));
  private static final ArchivedColumns LEAVES =
      new ArchivedColumns(
          "(SELECT place, hash FROM ledger_hash WHERE level = 0) AS leaf",
          List.of("#place"),
          List.of("hash"));

  static ArchivedColumns of(Part part) {
    return switch (part) {
      case EVENTS -> EVENTS;
      case LICENCES -> LICENCES;
      case REPLACEMENTS -> REPLACEMENTS;
      case CASE_STEPS -> CASE_STEPS;
      case USES -> USES;
      case RECALLS -> RECALLS;
      case TALLIES -> TALLIES;
      case FOLLOW_UPS -> FOLLOW_UPS;
      case JOINTS -> JOINTS;
      case JOINT_STEPS -> JOINT_STEPS;
      case JOINT_PARTS -> JOINT_PARTS;
      case LEAVES -> LEAVES;
    };
  }

  private static List<String> words(String names) {
    return List.of(names.split(" ", -1));
  }

  String select(boolean later) {
    List<String> names = keys.stream().map(it -> it.replace("#", "")).toList();
    List<String> all = new ArrayList<>(names);
    all.addAll(values);
    List<String> places =
        keys.stream().map(it -> it.startsWith("#") ? "CAST(? AS BIGINT)" : "?").toList();
    String order = String.join(", ", names);
    return "SELECT "
        + String.join(", ", all)
        + " FROM "
        + table
        + (later ? " WHERE (" + order + ") > (" + String.join(", ", places) + ")" : "")
        + " ORDER BY "
        + order
        + " LIMIT ?";
  }

  Row row(ResultSet row) throws SQLException {
    List<String> key = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      String text = text(row, i + 1);
      key.add(keys.get(i).startsWith("#") ? "0".repeat(KEY_DIGITS - text.length()) + text : text);
    }
    List<String> shown = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      shown.add(values.get(i) + "=" + text(row, keys.size() + i + 1));
    }
    return new Row(key, shown);
  }

  private static String text(ResultSet row, int column) throws SQLException {
    return switch (row.getObject(column)) {
      case null -> "";
      case byte[] bytes -> HexFormat.of().formatHex(bytes);
      case Object it -> it.toString();
    };
  }
}
