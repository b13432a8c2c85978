package licencehub.hub.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import licencehub.hub.evidence.BundleFile;
import licencehub.hub.evidence.BundleFile.NoBundle;
import licencehub.hub.evidence.BundleLayout;
import licencehub.ledger.TlogProof;
import licencehub.ledger.VerifierKey;
import licencehub.model.Digest;
import licencehub.model.MalformedValue;
import licencehub.model.Text;
import licencehub.model.ledger.LedgerEntry;
import tools.jackson.core.JacksonException;

/** Holds every part of an evidence bundle against the others and says what it found. */
final class BundleCheck {
  private final Optional<List<VerifierKey>> known;
  private final Optional<List<X509Certificate>> roots;
  private final WitnessOptions witnesses;
  private final Talk talk;
  private final Marks marks;

  /**
   * @param known the ledger's keys as the reader has them; empty to take the bundle's own
   * @param roots whom the reader trusts; empty to take the bundle's own
   */
  BundleCheck(
      Optional<List<VerifierKey>> known,
      Optional<List<X509Certificate>> roots,
      WitnessOptions witnesses,
      Talk talk) {
    this.known = known;
    this.roots = roots;
    this.witnesses = witnesses;
    this.talk = talk;
    this.marks = new Marks(talk);
  }

  /** Whether everything in it is right. */
  boolean passes(Path file) {
    try {
      BundleFile bundle = BundleFile.open(file);
      return whole(bundle) && receipt(bundle);
    } catch (NoBundle e) {
      return marks.say(false, NO_BUNDLE);
    } catch (MalformedValue e) {
      return marks.say(false, e.text());
    } catch (JacksonException | IllegalArgumentException e) {
      return marks.say(false, UNREADABLE);
    } catch (IOException e) {
      throw InputFile.unreadable(file);
    }
  }

  private boolean whole(BundleFile bundle) throws IOException {
    SortedSet<String> changed = bundle.changed();
    for (String it : changed) {
      marks.say(
          false, Text.of(it + " 与清单中的摘要不符", it + " is not what the list of digests has it to be"));
    }
    return changed.isEmpty() && marks.say(bundle.isExact(), EXACT, INEXACT);
  }

  private boolean receipt(BundleFile bundle) throws IOException {
    List<VerifierKey> keys = LedgerKeys.read(BundleLayout.KEYS, bundle.bytes(BundleLayout.KEYS));
    boolean trusted = keys(keys);
    List<TlogProof> proofs = ReceiptFile.read(bundle.bytes(BundleLayout.RECEIPT)).proofs();
    if (proofs.size() != 1) {
      return marks.say(false, ONE_RECEIPT);
    }
    TlogProof proof = proofs.getFirst();
    byte[] original = bundle.bytes(BundleLayout.ORIGINAL);
    boolean proven = new ReceiptCheck(keys, original, talk).passes(proof);
    boolean witnessed = witnesses.enough(proof.note(), marks);
    return proven && parts(bundle, proof) && trusted && witnessed;
  }

  private boolean keys(List<VerifierKey> keys) {
    if (known.isEmpty()) {
      marks.skip(OWN_KEYS);
      return true;
    }
    return marks.say(new HashSet<>(known.get()).equals(new HashSet<>(keys)), KEYS, OTHER_KEYS);
  }

  /** What stands beside the receipt. */
  private boolean parts(BundleFile bundle, TlogProof proof) throws IOException {
    LedgerEntry entry = LedgerEntry.parse(proof.entry());
    byte[] event = bundle.bytes(BundleLayout.EVENT);
    boolean same = marks.say(Digest.of(event).equals(entry.document()), EVENT, OTHER_EVENT);
    same &=
        marks.say(
            Arrays.equals(bundle.bytes(BundleLayout.CHECKPOINT), proof.note().getBytes(UTF_8)),
            NOTE,
            OTHER_NOTE);
    same &= new BundleAbout(marks).passes(bundle.bytes(BundleLayout.ABOUT), entry, proof);
    boolean signed = new BundleSignatures(roots, talk).pass(bundle, event);
    return same && signed;
  }

  private static final Text NO_BUNDLE =
      Text.of("不是证据包，或已损坏", "This is no evidence bundle, or a damaged one");
  private static final Text UNREADABLE =
      Text.of("有一部分不是应有的格式", "a part is not in the form it should have");
  private static final Text EXACT =
      Text.of("各部分与清单相符，文件中没有别的字节", "every part is as listed, and not a byte is besides");
  private static final Text INEXACT =
      Text.of("文件中有不属于任何部分的改动", "something outside the parts of the file was changed");
  private static final Text ONE_RECEIPT =
      Text.of("应恰有一份回执", "there must be exactly one receipt in it");
  private static final Text OWN_KEYS =
      Text.of(
          "账本公钥取自证据包自身：请与 /api/v1/ledger/keys 比对，或用 --keys 指定",
          "the ledger's keys are the bundle's own: compare them with /api/v1/ledger/keys, or give"
              + " yours by --keys");
  private static final Text KEYS = Text.of("账本公钥是所信任的", "the ledger's keys are those you trust");
  private static final Text OTHER_KEYS =
      Text.of("账本公钥不是所信任的", "the ledger's keys are not those you trust");
  private static final Text EVENT =
      Text.of("规范事件正是条目所指", "the canonical event is the one the entry is about");
  private static final Text OTHER_EVENT =
      Text.of("规范事件与条目所指不同", "the canonical event is not the one the entry is about");
  private static final Text NOTE =
      Text.of("检查点正是回执所引", "the checkpoint is the one the receipt leads to");
  private static final Text OTHER_NOTE =
      Text.of("检查点与回执所引不同", "the checkpoint is not the one the receipt leads to");
}
