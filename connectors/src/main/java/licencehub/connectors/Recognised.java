package licencehub.connectors;

import java.util.List;
import licencehub.model.Fault;

/** What a dialect made of a record. Documents are canonical CloudEvents as UTF-8 JSON. */
public sealed interface Recognised {
  /** A signed envelope (DSSE, CMS or JWS) that holds the document. */
  record Enveloped(byte[] envelope) implements Recognised {}

  /** A document without a signature of its own, as front-end tables have it. */
  record Unsigned(byte[] document) implements Recognised {}

  /**
   * A document whose source row was signed.
   *
   * @param signed the exact bytes the signature covers
   * @param signature CMS SignedData without content, DER
   */
  record Detached(byte[] document, byte[] signed, byte[] signature) implements Recognised {}

  /** Bytes the dialect cannot make sense of. */
  record Unreadable(List<Fault> faults) implements Recognised {
    public Unreadable {
      faults = List.copyOf(faults);
    }
  }
}
