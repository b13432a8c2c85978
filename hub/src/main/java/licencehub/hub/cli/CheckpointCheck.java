package licencehub.hub.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import licencehub.ledger.NoteReader;
import licencehub.ledger.ProofResult.Proven;
import licencehub.ledger.ProofResult.Refused;
import licencehub.ledger.VerifierKey;
import licencehub.model.Text;

/** Checks a checkpoint by itself: who signed it, and who cosigned. */
record CheckpointCheck(List<VerifierKey> keys, WitnessOptions witnesses, Talk talk) {
  /** Whether it looks like a signed note, and not like a receipt. */
  static boolean isNote(byte[] bytes) {
    String text = new String(bytes, UTF_8);
    return text.contains("\n\n\u2014 ") && text.matches("(?s)[^\n{]+\n[0-9]+\n.*");
  }

  boolean passes(byte[] note) {
    Marks marks = new Marks(talk);
    boolean signed = true;
    for (VerifierKey key : keys) {
      String by = key.name() + " " + key.algorithm();
      signed &=
          switch (new NoteReader(key).read(note)) {
            case Proven it ->
                marks.say(
                    true,
                    Text.of(
                        "检查点由账本 " + by + " 签名，" + it.checkpoint().size() + "条",
                        "signed by the ledger " + by + ", " + it.checkpoint().size() + " entries"));
            case Refused it ->
                marks.say(
                    false,
                    Text.of(by + "：" + it.flaw().text().zh(), by + ": " + it.flaw().text().en()));
          };
    }
    boolean enough = witnesses.enough(new String(note, UTF_8), marks);
    return signed && enough;
  }
}
