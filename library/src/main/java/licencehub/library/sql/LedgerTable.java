package licencehub.library.sql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import licencehub.model.Digest;
import licencehub.model.ledger.Checkpoint;
import licencehub.model.ledger.LedgerEntry;
import licencehub.model.ledger.Seal;
import licencehub.model.ledger.Sealer;
import org.jspecify.annotations.Nullable;

/** The ledger's tables, as the writer sees them. */
final class LedgerTable {
  private static final String FRONTIER = "SELECT size, hashes FROM frontier";
  private static final String MOVE = "UPDATE frontier SET size = ?, hashes = ?";
  private static final String BEGIN = "INSERT INTO frontier VALUES (1, ?, ?)";
  private static final Addition HASH =
      Addition.of("ledger_hash", "level bigint, place bigint, hash bytea");
  private static final String CHECKPOINT =
      "INSERT INTO checkpoint (size, root, note) VALUES (?, ?, ?)";

  private final Session file;
  private final Bulk bulk;
  private final Sealer sealer;

  LedgerTable(Session file, Bulk bulk, Sealer sealer) {
    this.file = file;
    this.bulk = bulk;
    this.sealer = sealer;
  }

  /** How far the ledger has come. */
  record Frontier(long size, byte[] hashes) {}

  Frontier frontier() throws SQLException {
    return file.first(FRONTIER, row -> new Frontier(row.getLong(1), row.getBytes(2)))
        .orElseGet(() -> new Frontier(0, new byte[0]));
  }

  private static List<@Nullable Object[]> hashes(long from, Seal seal) {
    List<@Nullable Object[]> hashes = new ArrayList<>();
    for (Digest leaf : seal.leaves()) {
      hashes.add(new @Nullable Object[] {0, from + hashes.size(), leaf.bytes()});
    }
    for (Seal.TileNode node : seal.nodes()) {
      hashes.add(new @Nullable Object[] {node.level(), node.index(), node.hash().bytes()});
    }
    return hashes;
  }

  Seal append(Frontier at, List<LedgerEntry> entries) throws SQLException {
    Seal seal = sealer.seal(at.size(), at.hashes(), entries);
    Checkpoint checkpoint = seal.checkpoint();
    if (checkpoint.size() != at.size() + entries.size()) {
      throw new IllegalStateException(
          "a seal over " + checkpoint.size() + " after " + at.size() + " and " + entries.size());
    }
    bulk.add(file, HASH, hashes(at.size(), seal));
    file.change(CHECKPOINT, checkpoint.size(), checkpoint.root().bytes(), checkpoint.note());
    if (file.change(MOVE, checkpoint.size(), seal.frontier()) == 0) {
      file.change(BEGIN, checkpoint.size(), seal.frontier());
    }
    return seal;
  }
}
