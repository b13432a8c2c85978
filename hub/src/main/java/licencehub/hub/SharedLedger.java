package licencehub.hub;

import static java.nio.charset.StandardCharsets.UTF_8;

import licencehub.ledger.CheckpointSigner;
import licencehub.ledger.NoteReader;
import licencehub.ledger.ProofResult;
import licencehub.library.Library;
import licencehub.model.Unavailable;
import licencehub.model.ledger.Checkpoint;

/** Hubs that share a library share its ledger, which one pair of keys signs. */
final class SharedLedger {
  private SharedLedger() {}

  /**
   * @throws Unavailable when the newest checkpoint was signed with other keys
   */
  static Library checked(Library library, CheckpointSigner signer) {
    Checkpoint latest = library.ledger().latest().orElse(null);
    if (latest != null && !isSigned(latest, signer)) {
      library.close();
      throw new Unavailable(
          "keys/ledger.pem",
          "与共享库账本所用的签名密钥不同；请从原枢纽或备份复制 keys 目录。 The library's ledger is signed with"
              + " another key: copy the folder keys from the other hub, or from its backup.");
    }
    return library;
  }

  private static boolean isSigned(Checkpoint latest, CheckpointSigner signer) {
    return new NoteReader(signer.verifierKey()).read(latest.note().getBytes(UTF_8))
        instanceof ProofResult.Proven;
  }
}
