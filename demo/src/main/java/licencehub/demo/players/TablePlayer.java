package licencehub.demo.players;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import licencehub.demo.tables.RowWriter;
import licencehub.demo.tables.TableRow;
import licencehub.model.Unavailable;
import org.jspecify.annotations.Nullable;

/** Writes rows into its own front-end database and lets the hub fetch them. */
public final class TablePlayer implements Player {
  private static final List<String> SIGNED =
      List.of(
          "certificate_identifier",
          "certificate_name",
          "certificate_type",
          "certificate_number",
          "certificate_holder",
          "certificate_holder_type",
          "certificate_holder_code",
          "issue_dept",
          "issue_dept_code",
          "issue_date",
          "valid_begin_date",
          "valid_end_date",
          "operate_type",
          "certificate_state",
          "operate_date",
          "operate_reason",
          "associated_identifier",
          "certificate_area_code");

  private final String url;
  private final String password;
  private final RowWriter rows;
  private final @Nullable Envelopes envelopes;
  private final UnaryOperator<TableRow> habit;
  private @Nullable Connection connection;

  /**
   * @param envelopes signs licence rows; null for tables that hold none
   * @param habit what the department does to every row of late, such as a new date format
   */
  public TablePlayer(
      String url,
      String password,
      RowWriter rows,
      @Nullable Envelopes envelopes,
      UnaryOperator<TableRow> habit) {
    this.url = url;
    this.password = password;
    this.rows = rows;
    this.envelopes = envelopes;
    this.habit = habit;
  }

  @Override
  public boolean carries(Sending sending) {
    return rows.tells(RowWriter.type(sending.document()));
  }

  @Override
  public void send(List<Sending> sendings) {
    try {
      Connection open = open();
      for (Sending it : sendings) {
        insert(open, row(it));
      }
      open.commit();
    } catch (SQLException e) {
      close();
      throw new Unavailable(url, e.toString(), e);
    }
  }

  private TableRow row(Sending sending) {
    TableRow row = rows.row(sending.document());
    if (sending.blemish() == Blemish.MALFORMED) {
      return sign(row.with(rows.timeColumn(row), "二〇二六年"), sending.blemish());
    }
    return sign(habit.apply(row), sending.blemish());
  }

  private TableRow sign(TableRow row, Blemish blemish) {
    if (envelopes == null || !row.table().equals("UP_LIC_DATA")) {
      return row;
    }
    String signed =
        SIGNED.stream()
            .map(it -> it + "=" + row.columns().getOrDefault(it, ""))
            .collect(Collectors.joining("&"));
    byte[] signature = envelopes.detached(signed.getBytes(UTF_8), blemish);
    return row.with("sign_data", Base64.getEncoder().encodeToString(signature));
  }

  private static void insert(Connection open, TableRow row) throws SQLException {
    List<String> columns = new ArrayList<>(row.columns().keySet());
    String sql =
        "INSERT INTO "
            + row.table()
            + " ("
            + String.join(", ", columns)
            + ") VALUES ("
            + String.join(", ", Collections.nCopies(columns.size(), "?"))
            + ")";
    try (PreparedStatement statement = open.prepareStatement(sql)) {
      for (int i = 0; i < columns.size(); i++) {
        statement.setString(i + 1, row.columns().get(columns.get(i)));
      }
      statement.executeUpdate();
    }
  }

  private Connection open() throws SQLException {
    if (connection == null) {
      connection = DriverManager.getConnection(url, "exchange", password);
      connection.setAutoCommit(false);
    }
    return connection;
  }

  @Override
  public void close() {
    Connection old = connection;
    connection = null;
    if (old != null) {
      try {
        old.close();
      } catch (SQLException e) {
        throw new Unavailable(url, e.toString(), e);
      }
    }
  }
}
