package licencehub.hub;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Four departmental systems: one pushes over HTTP to any hub that answers, one to the broker, one
 * leaves files in a folder, one writes rows of a front-end table. Each keeps books of what it sent.
 */
final class Departments implements AutoCloseable {
  private static final int EACH = 3;
  private static final Path EXAMPLE =
      Path.of("../schemas/src/main/resources/schemas/case.applied/sound-minimal.json");
  private static final String ROW =
      """
      INSERT INTO PRE_APASINFO (ORGBUSNO, PROJID, REGION_ID, ITEMNO, ITEMNAME, INFOTYPE, APPLYNAME,
        APPLY_CARDTYPE, APPLY_CARDNUMBER, RECEIVETIME)
      VALUES (?, ?, '440300', '11370800MB285591843370117002011', '食品经营许可（新办）', '2',
        '济南某某餐饮有限公司', '001', '91350100M000100Y43', '2026-03-05 09:30:00')""";

  private final Path drop;
  private final Connection tables;
  private final QueueClient queue;
  private final String example;
  private final Set<String> sent = new ConcurrentSkipListSet<>();
  private int number;

  Departments(Path drop, String tablesUrl, QueueClient queue) throws IOException, SQLException {
    this.drop = Files.createDirectories(drop);
    this.queue = queue;
    this.example = Files.readString(EXAMPLE).replace("\n", "");
    this.tables = DriverManager.getConnection(tablesUrl, "postgres", "");
    try (Statement statement = tables.createStatement();
        InputStream ddl =
            Departments.class.getResourceAsStream(
                "/licencehub/connectors/tables/ddl/shandong.sql")) {
      statement.execute(new String(Objects.requireNonNull(ddl).readAllBytes(), UTF_8));
    }
    tables.setAutoCommit(false);
  }

  /** Numbers of the cases that the hubs must know. */
  Set<String> sent() {
    return Set.copyOf(sent);
  }

  /** A few cases on each way. Returns when each is the hubs' to take. */
  void send(List<NodeProcess> nodes) throws Exception {
    push(nodes);
    List<String> queued = numbers("Q");
    queue.send("in.market", documents("queue", queued));
    sent.addAll(queued);
    List<String> left = numbers("F");
    leave(documents("drop", left));
    sent.addAll(left);
    List<String> written = numbers("T");
    write(written);
    sent.addAll(written);
  }

  /** Rows nobody has read, and files nobody has taken. */
  List<String> untaken() throws SQLException, IOException {
    List<String> left = new ArrayList<>();
    try (Statement statement = tables.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT PROJID FROM PRE_APASINFO WHERE SIGNSTATE <> '1'")) {
      while (rows.next()) {
        left.add(rows.getString(1));
      }
    }
    tables.commit();
    try (Stream<Path> files = Files.list(drop)) {
      files.filter(Files::isRegularFile).forEach(it -> left.add(it.toString()));
    }
    return left;
  }

  @Override
  public void close() throws Exception {
    tables.close();
    queue.close();
  }

  private void push(List<NodeProcess> nodes) {
    for (String it : numbers("P")) {
      String document = document("push", it);
      int attempt = number;
      while (!nodes.get(attempt % nodes.size()).takes("market-push", document)) {
        attempt++;
      }
      sent.add(it);
    }
  }

  private void leave(List<String> documents) throws IOException {
    String name = number + ".ndjson";
    Path part = Files.write(drop.resolve(name + ".part"), documents);
    Files.move(part, drop.resolve(name), StandardCopyOption.ATOMIC_MOVE);
  }

  private void write(List<String> numbers) throws SQLException {
    try (PreparedStatement statement = tables.prepareStatement(ROW)) {
      for (String it : numbers) {
        statement.setString(1, it);
        statement.setString(2, it);
        statement.addBatch();
      }
      statement.executeBatch();
    }
    tables.commit();
  }

  private List<String> numbers(String way) {
    return IntStream.range(0, EACH).mapToObj(it -> way + "-" + ++number).toList();
  }

  private List<String> documents(String way, List<String> numbers) {
    return numbers.stream().map(it -> document(way, it)).collect(Collectors.toList());
  }

  private String document(String way, String number) {
    return example
        .replace("sz-market-2026-000001", number)
        .replace("sz-market-push", "market-" + way)
        .replace("330901161710248000216", number);
  }
}
