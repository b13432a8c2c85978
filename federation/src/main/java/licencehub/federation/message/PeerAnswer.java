package licencehub.federation.message;

import java.time.Instant;
import java.util.List;
import licencehub.model.Digest;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a hub answers.
 *
 * @param from id of the hub that answers
 * @param to id of the hub that asked
 * @param request SHA-256 of the request's bytes, envelope and all
 * @param ledger where the answerer's ledger stands
 * @param content what the operation gives
 */
public record PeerAnswer(
    String from, String to, Instant at, Digest request, LedgerWord ledger, ObjectNode content) {

  /**
   * The newest checkpoint, and that it continues what the asker knows.
   *
   * @param note the signed checkpoint; empty while the ledger is
   * @param consistency proof from the size the request named as known, RFC 9162 section 2.1.4
   */
  public record LedgerWord(String note, List<Digest> consistency) {
    /** Of a ledger without entries, or of an asker that is not told. */
    public static final LedgerWord NONE = new LedgerWord("", List.of());

    public LedgerWord {
      consistency = List.copyOf(consistency);
    }
  }
}
