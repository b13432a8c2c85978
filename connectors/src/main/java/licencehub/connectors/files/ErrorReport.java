package licencehub.connectors.files;

import java.util.ArrayList;
import java.util.List;
import licencehub.model.Fault;
import licencehub.model.submission.Outcome;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a department is told about the records of a file that were set aside: line, quarantine
 * number, reason. Nothing of the content, for the file may lie where many can read it.
 */
final class ErrorReport {
  private static final int LISTED = 1000;
  private static final JsonMapper JSON = JsonMapper.shared();

  private final String file;
  private final List<Failure> failures = new ArrayList<>();
  private long count;

  record Failure(long line, long quarantine, List<Why> reasons) {}

  record Why(String code, String zh, String en) {}

  record Report(
      String file, long records, long quarantined, long notListed, List<Failure> failures) {}

  ErrorReport(String file) {
    this.file = file;
  }

  void add(long line, Outcome.Quarantined outcome) {
    count++;
    if (failures.size() < LISTED) {
      failures.add(
          new Failure(
              line, outcome.number(), outcome.faults().stream().map(ErrorReport::why).toList()));
    }
  }

  /** Records set aside. */
  long count() {
    return count;
  }

  /**
   * @param records records in the file
   */
  byte[] bytes(long records) {
    return JSON.writerWithDefaultPrettyPrinter()
        .writeValueAsBytes(new Report(file, records, count, count - failures.size(), failures));
  }

  private static Why why(Fault fault) {
    return new Why(fault.reason().code(), fault.reason().text().zh(), fault.reason().text().en());
  }
}
