package licencehub.demo.players;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.UnaryOperator;
import licencehub.demo.players.Troupe.Member;
import licencehub.demo.stage.Authority;
import licencehub.demo.stage.Secrets;
import licencehub.demo.stage.Stage;
import licencehub.demo.tables.GuangdongRows;
import licencehub.demo.tables.NationalRows;
import licencehub.demo.tables.RowWriter;
import licencehub.demo.tables.ShandongRows;
import licencehub.demo.tables.TableRow;
import licencehub.demo.world.Body;
import licencehub.demo.world.StoryTeller;
import licencehub.hub.access.Caller;
import licencehub.hub.access.Role;
import licencehub.hub.access.Tokens;

/** Gives every department of a stage the player for its way of reaching the hub. */
public final class Casting {
  /** Of the world the troupe plays in: who applies, and what is wrong, follows from it. */
  public static final long SEED = 7;

  private static final Duration TOKEN_LIFE = Duration.ofMinutes(30);

  private final Stage stage;
  private final Authority authority;
  private final Secrets secrets;
  private final InstantSource clock;

  public Casting(Stage stage, Authority authority, Secrets secrets, InstantSource clock) {
    this.stage = stage;
    this.authority = authority;
    this.secrets = secrets;
    this.clock = clock;
  }

  /**
   * The whole troupe.
   *
   * @param flawed share of cases with something wrong, in percent
   */
  public Troupe troupe(double flawed, Instant beginning) {
    Path ledgers = stage.outside().resolve("ledgers");
    List<Member> members =
        stage.bodies().stream()
            .map(it -> new Member(it, player(it), SenderLedger.open(ledgers, it.source())))
            .toList();
    return new Troupe(members, new StoryTeller(SEED, beginning), new Spoiler(SEED, flawed));
  }

  private Player player(Body body) {
    Envelopes envelopes = new Envelopes(authority.keys(body));
    return switch (body.way()) {
      case HTTP_PUSH ->
          new HttpPlayer(
              stage.hubUrl(),
              body.source(),
              envelopes,
              new LicenceFiles(body, authority, clock),
              () -> token(body));
      case AMQP ->
          new AmqpPlayer(
              "amqp://127.0.0.1:" + stage.ports().amqp(),
              body.source().text(),
              brokerPassword(body),
              "in." + body.source(),
              envelopes);
      case SFTP -> new SftpPlayer(stage.drop(body), envelopes);
      case SHANDONG_TABLES -> tables(body, new ShandongRows(), envelopes);
      case GUANGDONG_TABLES -> tables(body, new GuangdongRows(), envelopes);
      case NATIONAL_TABLES -> tables(body, new NationalRows(), envelopes);
    };
  }

  private Player tables(Body body, RowWriter rows, Envelopes envelopes) {
    return new TablePlayer(
        stage.tablesUrl(body), secrets.password(body), rows, envelopes, habit(body, rows));
  }

  /** A department that was broken on purpose writes its times in a form nobody was told of. */
  private UnaryOperator<TableRow> habit(Body body, RowWriter rows) {
    Path broken = stage.outside().resolve(body.source() + ".broken");
    return row -> {
      String column = rows.timeColumn(row);
      return Files.exists(broken)
          ? row.with(column, NewHabit.write(row.columns().getOrDefault(column, "")))
          : row;
    };
  }

  private String token(Body body) {
    return Tokens.open(stage.data().resolve("keys/tokens.key"), TOKEN_LIFE)
        .issue(
            new Caller(body.source().text(), Role.DEPARTMENT, body.organisation().code()),
            clock.instant());
  }

  private String brokerPassword(Body body) {
    return new Secrets(stage.data().resolve("keys/broker")).password(body);
  }
}
