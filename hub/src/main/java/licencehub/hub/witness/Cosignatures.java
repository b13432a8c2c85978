package licencehub.hub.witness;

import java.util.List;
import java.util.Optional;
import licencehub.model.Text;
import licencehub.model.ledger.Checkpoint;

/** What witnesses have cosigned of a hub's ledger. */
public interface Cosignatures {
  /** Nobody witnesses the ledger. */
  Cosignatures NONE =
      new Cosignatures() {
        @Override
        public Optional<Checkpoint> newest(int least) {
          return Optional.empty();
        }

        @Override
        public List<Standing> standings() {
          return List.of();
        }
      };

  /**
   * The newest checkpoint that so many witnesses cosigned, its cosignatures below it.
   *
   * @param least from 1
   */
  Optional<Checkpoint> newest(int least);

  /** How each witness stands. */
  List<Standing> standings();

  /**
   * @param size it cosigned last, 0 for none yet
   * @param trouble why it did not cosign when it was last asked; empty when it did
   */
  record Standing(String witness, long size, Optional<Text> trouble) {}
}
