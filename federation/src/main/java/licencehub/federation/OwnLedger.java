package licencehub.federation;

import licencehub.federation.message.PeerAnswer.LedgerWord;

/** This hub's ledger, as answers show it. */
public interface OwnLedger {
  /**
   * The newest checkpoint, and that it continues an earlier size.
   *
   * @param known what the asker says it has seen; where that is more than there is, the checkpoint
   *     comes without a proof
   */
  LedgerWord since(long known);
}
