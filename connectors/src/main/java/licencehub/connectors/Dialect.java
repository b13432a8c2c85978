package licencehub.connectors;

import java.util.List;

/** What a source's bytes mean. Safe for use by many threads. */
public interface Dialect {
  /**
   * Takes apart what the transport delivered in one piece: the lines of a file, the records of an
   * XML document. Most dialects return the piece as it is.
   */
  default List<RawRecord> split(RawRecord piece) {
    return List.of(piece);
  }

  /** Brings one record into canonical form; never throws for bad content. */
  Recognised recognise(RawRecord record);
}
