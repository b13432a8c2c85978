package licencehub.hub.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import licencehub.hub.witness.Cosignatures;
import licencehub.ledger.Proofs;
import licencehub.ledger.TilePath;
import licencehub.ledger.Tiles;
import licencehub.ledger.VerifierKey;
import licencehub.library.LedgerStore;
import licencehub.model.MalformedValue;
import licencehub.model.Text;
import licencehub.model.ledger.Checkpoint;

/**
 * The ledger for everybody: the signed checkpoint, C2SP tiles and proofs. Discloses digests only.
 */
final class LedgerEndpoints {
  private static final Map<String, String> FOR_EVER =
      Map.of("Cache-Control", "public, max-age=31536000, immutable");

  private static final int MOST_WITNESSES = 16;

  private final LedgerStore ledger;
  private final Proofs proofs;
  private final List<VerifierKey> keys;
  private final Cosignatures cosignatures;

  LedgerEndpoints(
      LedgerStore ledger, Proofs proofs, List<VerifierKey> keys, Cosignatures cosignatures) {
    this.ledger = ledger;
    this.proofs = proofs;
    this.keys = List.copyOf(keys);
    this.cosignatures = cosignatures;
  }

  /** The public keys, one verifier key a line. */
  Answer keys(Call call) {
    String lines = keys.stream().map(it -> it + "\n").collect(Collectors.joining());
    return new Answer.Document(
        200,
        "text/plain; charset=utf-8",
        lines.getBytes(StandardCharsets.UTF_8),
        Map.of("Cache-Control", "public, max-age=300"));
  }

  /** The newest signed note, or the newest that so many witnesses cosigned. */
  Answer checkpoint(Call call) {
    int least = (int) call.query("witnesses", 0, 0, MOST_WITNESSES);
    Optional<Checkpoint> newest = least == 0 ? newest() : cosignatures.newest(least);
    return newest
        .<Answer>map(
            it ->
                new Answer.Document(
                    200,
                    "text/plain; charset=utf-8",
                    it.note().getBytes(StandardCharsets.UTF_8),
                    Map.of("Cache-Control", "public, max-age=1")))
        .orElseGet(() -> new Answer.Refusal(ProblemType.NOT_FOUND));
  }

  /** With the cosignatures it has by now, if any. */
  private Optional<Checkpoint> newest() {
    return ledger
        .latest()
        .map(
            it ->
                cosignatures
                    .newest(1)
                    .filter(cosigned -> cosigned.note().startsWith(it.note()))
                    .orElse(it));
  }

  /** A tile or an entry bundle; what is there never changes. */
  Answer tile(Call call) {
    TilePath path = TilePath.parse(call.path("level") + '/' + call.path("index"));
    long size = ledger.latest().map(Checkpoint::size).orElse(0L);
    Optional<byte[]> tile =
        path.level() == TilePath.ENTRIES
            ? Tiles.entries(path.index(), path.width(), ledger::entry)
            : Tiles.read(path.level(), path.index(), path.width(), ledger);
    return size == 0 || tile.isEmpty()
        ? new Answer.Refusal(ProblemType.NOT_FOUND)
        : new Answer.Document(200, "application/octet-stream", tile.get(), FOR_EVER);
  }

  /** Inclusion of {@code index}, or consistency since {@code from}, at {@code size}. */
  Answer proof(Call call) {
    Optional<Checkpoint> latest = ledger.latest();
    if (latest.isEmpty()) {
      return new Answer.Refusal(ProblemType.NOT_FOUND);
    }
    long newest = latest.get().size();
    long size = call.query("size", newest, 1, newest);
    boolean inclusion = call.query("index").isPresent();
    if (inclusion == call.query("from").isPresent()) {
      throw MalformedValue.hidden(
          Text.of("查询参数", "the query"),
          Text.of("应含 index 或 from 之一", "must have either index or from"),
          "?index=17&size=1000");
    }
    long start = inclusion ? call.query("index", 0, 0, size - 1) : call.query("from", 0, 0, size);
    return Json.answer(
        json -> {
          json.writeStartObject();
          json.writeStringProperty("kind", inclusion ? "inclusion" : "consistency");
          json.writeNumberProperty(inclusion ? "index" : "from", start);
          json.writeNumberProperty("size", size);
          OutcomeWriter.path(
              json,
              "path",
              inclusion ? proofs.inclusion(start, size) : proofs.consistency(start, size));
          OutcomeWriter.checkpoint(json, latest.get());
          json.writeEndObject();
        });
  }
}
