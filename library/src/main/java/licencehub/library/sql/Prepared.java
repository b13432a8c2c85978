package licencehub.library.sql;

import java.nio.ByteBuffer;
import java.util.List;
import licencehub.library.DataKey;
import licencehub.library.Entry.Filing;
import licencehub.library.Entry.Original;
import licencehub.library.Entry.Rejection;
import licencehub.library.IndexKey;
import licencehub.library.index.SearchTokens;
import licencehub.model.Digest;
import licencehub.model.Fault;
import licencehub.model.Reason;
import licencehub.model.Text;
import licencehub.model.code.SourceId;
import licencehub.model.event.Statement.LicenceContent;
import licencehub.model.ledger.LedgerEntry;
import org.jspecify.annotations.Nullable;

/** An entry with everything computed beforehand that the writing thread would lose time on. */
sealed interface Prepared {
  SourceId source();

  Original original();

  /** SHA-256 of the original. */
  Digest digest();

  @Nullable Long replayOf();

  /** The head of a document's digest: decides between events of one version. */
  static long tie(byte[] digest) {
    return ByteBuffer.wrap(digest).getLong();
  }

  /**
   * @param ledger what the ledger records of it, with the digests
   * @param subject licence identifier or case number
   * @param report what the verification found, in lines; null where there was none
   * @param columns what of it is kept encrypted
   * @param words what a licence is found by; null for everything else
   */
  record Filed(
      Filing filing,
      LedgerEntry ledger,
      String subject,
      @Nullable String report,
      EventCipher.Columns columns,
      @Nullable Words words)
      implements Prepared {
    /**
     * @param key the number of the index key they are made with
     */
    record Words(int key, String tokens) {}

    /** The encrypted columns under this key; under another when that came in between. */
    EventCipher.Columns columns(DataKey key) {
      return columns.key() == key.id() ? columns : EventCipher.encrypt(filing, report, key);
    }

    /** What the content is found by in an index of this key. */
    String words(LicenceContent content, IndexKey key) {
      return words != null && words.key() == key.id()
          ? words.tokens()
          : String.join(" ", new SearchTokens(key).of(content));
    }

    @Override
    public SourceId source() {
      return filing.source();
    }

    @Override
    public Original original() {
      return filing.original();
    }

    @Override
    public Digest digest() {
      return ledger.original();
    }

    @Override
    public @Nullable Long replayOf() {
      return filing.replayOf();
    }

    long tie() {
      return Prepared.tie(ledger.document().bytes());
    }

    /** The same submission set aside. */
    Refused refused(Reason reason, Text detail) {
      return new Refused(
          new Rejection(
              source(),
              original(),
              ledger.id(),
              List.of(Fault.of(reason, detail)),
              filing.replayOf()),
          digest());
    }
  }

  /** A submission to set aside. */
  record Refused(Rejection rejection, Digest digest) implements Prepared {
    @Override
    public SourceId source() {
      return rejection.source();
    }

    @Override
    public Original original() {
      return rejection.original();
    }

    @Override
    public @Nullable Long replayOf() {
      return rejection.replayOf();
    }
  }
}
