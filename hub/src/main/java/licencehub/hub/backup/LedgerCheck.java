package licencehub.hub.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Optional;
import licencehub.ledger.NoteReader;
import licencehub.ledger.ProofResult;
import licencehub.ledger.RunningRoot;
import licencehub.ledger.VerifierKey;
import licencehub.library.Archive;
import licencehub.library.Archive.Part;
import licencehub.library.Archive.Row;
import licencehub.model.Digest;
import licencehub.model.Text;
import licencehub.model.ledger.Checkpoint;

/**
 * Whether the leaves of a library add up to its newest checkpoint, and each key has signed that.
 * What else stands in the library is for the audit, which takes much longer.
 */
record LedgerCheck(List<VerifierKey> keys) {
  private static final int PAGE = 10_000;
  private static final String HASH = "hash=";

  /** What is wrong; empty when nothing is. */
  Optional<Text> fault(Archive archive) {
    Checkpoint latest = archive.latest().orElse(null);
    RunningRoot leaves = leaves(archive);
    if (latest == null) {
      return leaves.size() == 0
          ? Optional.empty()
          : Optional.of(Text.of("账本没有检查点", "the ledger has no checkpoint"));
    }
    if (leaves.size() != latest.size() || !leaves.root().equals(latest.root())) {
      return Optional.of(
          Text.of(
              "账本的" + leaves.size() + "个叶与检查点（" + latest.size() + "）的根不符",
              "the ledger's "
                  + leaves.size()
                  + " leaves do not add up to the root of "
                  + latest.size()
                  + " entries"));
    }
    return keys.stream().map(it -> unsigned(it, latest)).flatMap(Optional::stream).findFirst();
  }

  private static Optional<Text> unsigned(VerifierKey key, Checkpoint latest) {
    return switch (new NoteReader(key).read(latest.note().getBytes(UTF_8))) {
      case ProofResult.Refused(var flaw) ->
          Optional.of(
              Text.of(
                  "检查点（" + key.algorithm() + "）：" + flaw.text().zh(),
                  "the checkpoint (" + key.algorithm() + "): " + flaw.text().en()));
      case ProofResult.Proven(Checkpoint it)
          when it.size() == latest.size() && it.root().equals(latest.root()) ->
          Optional.empty();
      case ProofResult.Proven other ->
          Optional.of(Text.of("签名的是另一个检查点", "what is signed is another checkpoint"));
    };
  }

  private static RunningRoot leaves(Archive archive) {
    RunningRoot root = new RunningRoot();
    List<String> after = List.of();
    List<Row> page;
    do {
      page = archive.rows(Part.LEAVES, after, PAGE);
      root.add(page.stream().map(LedgerCheck::leaf).toList());
      after = page.isEmpty() ? after : page.getLast().key();
    } while (page.size() == PAGE);
    return root;
  }

  private static Digest leaf(Row row) {
    return Digest.parse(row.values().getFirst().substring(HASH.length()));
  }
}
