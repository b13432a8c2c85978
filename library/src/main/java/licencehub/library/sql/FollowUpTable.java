package licencehub.library.sql;

import java.sql.SQLException;
import java.time.LocalDate;
import licencehub.library.FollowUp.Kind;
import licencehub.model.code.CreditCode;
import licencehub.model.event.Statement.FollowUpStep;

/**
 * The tables {@code follow_up} and {@code follow_up_event}, as the writer sees them. What came
 * first counts: a matter that is over stays over, and its number names nothing else.
 */
final class FollowUpTable {
  private static final String OPEN =
      "INSERT INTO follow_up (number, kind, organisation, issuer, about, due, open, told, opened,"
          + " latest) VALUES (?, ?, ?, ?, ?, ?, 1, 0, ?, ?) ON CONFLICT (number) DO NOTHING";
  private static final String NOTE =
      "INSERT INTO follow_up_event (number, event) SELECT number, ? FROM follow_up WHERE number = ?";
  private static final String TOUCH = "UPDATE follow_up SET latest = ? WHERE number = ?";
  private static final String EXTEND =
      "UPDATE follow_up SET due = ?, told = 0 WHERE number = ? AND open = 1";
  private static final String TELL = "UPDATE follow_up SET told = ? WHERE number = ? AND told < ?";
  private static final String SETTLE = "UPDATE follow_up SET open = 0 WHERE number = ?";
  private static final int NEAR = 1;
  private static final int PAST = 2;

  private final Session file;

  FollowUpTable(Session file) {
    this.file = file;
  }

  void add(FollowUpStep step, long event) throws SQLException {
    String number = step.number();
    LocalDate due = step.dueOn();
    switch (step.move()) {
      case OPENS -> open(step, event);
      case GOES_ON -> {}
      case EXTENDS -> file.change(EXTEND, due == null ? 0L : due.toEpochDay(), number);
      case REMINDS -> file.change(TELL, NEAR, number, NEAR);
      case WARNS -> file.change(TELL, PAST, number, PAST);
      case SETTLES -> file.change(SETTLE, number);
    }
    file.change(TOUCH, event, number);
    file.change(NOTE, event, number);
  }

  private void open(FollowUpStep step, long event) throws SQLException {
    CreditCode issuer = step.issuer();
    LocalDate due = step.dueOn();
    file.change(
        OPEN,
        step.number(),
        (issuer == null ? Kind.SCAN : Kind.FEEDBACK).wire(),
        step.organisation().text(),
        issuer == null ? null : issuer.text(),
        step.about(),
        due == null ? 0L : due.toEpochDay(),
        event,
        event);
  }
}
