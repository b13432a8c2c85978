package licencehub.model.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import licencehub.model.Digest;
import licencehub.model.MalformedValue;
import licencehub.model.Text;
import licencehub.model.code.SourceId;
import licencehub.model.event.EventType;

/**
 * What the ledger records of one accepted submission. Holds digests, not contents, so the ledger
 * discloses nothing by itself.
 *
 * @param id the sender's number for the event
 * @param original SHA-256 of the exact bytes received
 * @param document SHA-256 of the canonical event
 */
public record LedgerEntry(
    SourceId source,
    String id,
    EventType type,
    long version,
    Digest original,
    Digest document,
    Instant receivedAt) {
  private static final String FORM = "licencehub-entry/v1";
  private static final int LINES = 8;

  /** Lines are what the entry is made of, so a number may not bring its own. */
  public LedgerEntry {
    if (id.chars().anyMatch(Character::isISOControl)) {
      throw MalformedValue.hidden(
          Text.of("报送编号", "event number"),
          Text.of("不得含控制字符", "must have no control characters"),
          "sz-market-2026-000001");
    }
  }

  /** The exact bytes the tree's leaf is made of: eight lines of UTF-8. */
  public byte[] bytes() {
    return String.join(
            "\n",
            FORM,
            source.text(),
            id,
            type.wire(),
            Long.toString(version),
            original.toString(),
            document.toString(),
            receivedAt.toString())
        .getBytes(UTF_8);
  }

  /** Reads what {@link #bytes()} writes. */
  public static LedgerEntry parse(byte[] bytes) {
    String[] lines = new String(bytes, UTF_8).split("\n", -1);
    if (lines.length != LINES || !lines[0].equals(FORM)) {
      throw new IllegalArgumentException("not a " + FORM + " entry");
    }
    return new LedgerEntry(
        new SourceId(lines[1]),
        lines[2],
        EventType.parse(lines[3]),
        Long.parseLong(lines[4]),
        Digest.parse(lines[5]),
        Digest.parse(lines[6]),
        Instant.parse(lines[7]));
  }
}
