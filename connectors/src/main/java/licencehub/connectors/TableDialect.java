package licencehub.connectors;

import java.util.List;
import java.util.Map;
import licencehub.model.Text;

/**
 * A dialect whose records are rows of front-end tables. A row travels as UTF-8 JSON, {@code
 * {"table":"EA_JC_STEP_PROC","row":{"PROJID":"…","NODEADV":null}}}: every value as text or null,
 * the columns in the table's own order, without the read mark, so that the bytes of a row stay the
 * same however often it is read. Rows that belong to it travel with it, {@code
 * "details":{"PRE_FILE":[{"ATTRNAME":"…"}]}}, with the columns the dialect looks at.
 */
public interface TableDialect extends Dialect {
  /** The tables to read, in the order of a case: applications before acceptances before steps. */
  List<FrontEndTable> tables();

  /**
   * Tables the dialect knows and reports nothing of, or not of every row, each with the reason. A
   * table may stand here and in {@link #tables()}.
   */
  Map<String, Text> notTaken();
}
