package licencehub.library.sql;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import licencehub.library.UseRequests;
import licencehub.model.code.LicenceIdentifier;
import licencehub.model.code.UseCode;

/** Numbered requests for uses, as they are read. */
final class SqlUseRequests implements UseRequests {
  private static final String FIND =
      "SELECT body, licence, code FROM use_request WHERE request = ?";

  private final Readers readers;

  SqlUseRequests(Readers readers) {
    this.readers = readers;
  }

  /** One licence of a request. */
  private record Row(String body, String licence, String code) {}

  @Override
  public Optional<Asked> find(String request) {
    List<Row> rows =
        readers.ask(
            it ->
                it.list(
                    FIND,
                    row -> new Row(row.getString(1), row.getString(2), row.getString(3)),
                    request));
    Map<LicenceIdentifier, UseCode> codes = new HashMap<>();
    rows.forEach(
        it -> codes.put(LicenceIdentifier.parseInbound(it.licence()), new UseCode(it.code())));
    return rows.stream().findFirst().map(it -> new Asked(it.body(), codes));
  }
}
