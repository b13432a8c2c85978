package licencehub.connectors.tables;

import licencehub.model.Fault;
import tools.jackson.databind.JsonNode;

/** What a field's rule gave for one row. */
sealed interface Cell {
  /** A value; JSON null where the document wants to see that there is none. */
  record Found(JsonNode value) implements Cell {}

  /** The row says nothing here. */
  record Absent() implements Cell {}

  /** The row says something that makes no sense, or nothing where it must. */
  record Wrong(Fault fault) implements Cell {}
}
