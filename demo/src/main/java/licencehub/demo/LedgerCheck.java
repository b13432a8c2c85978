package licencehub.demo;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import licencehub.demo.stage.HubClient;
import licencehub.ledger.ProofVerifier;
import licencehub.model.Digest;
import tools.jackson.databind.JsonNode;

/** Checks as an outsider that the hub's ledger only ever grows. */
public final class LedgerCheck {
  private LedgerCheck() {}

  /** Number of entries a signed note is about: its second line (C2SP tlog-checkpoint). */
  public static long size(String note) {
    return Long.parseLong(line(note, 1));
  }

  /** Whether the ledger of the later note begins with the whole ledger of the earlier one. */
  public static boolean extendsFrom(HubClient hub, String earlier, String later) {
    long from = size(earlier);
    long to = size(later);
    if (from > to) {
      return false;
    }
    JsonNode answer = hub.get("/api/v1/ledger/proofs?from=" + from + "&size=" + to);
    List<Digest> path = new ArrayList<>();
    answer.required("path").forEach(it -> path.add(digest(it.asString())));
    return ProofVerifier.isConsistent(from, root(earlier), to, root(later), path);
  }

  private static Digest root(String note) {
    return digest(line(note, 2));
  }

  private static Digest digest(String base64) {
    return Digest.wrap(Base64.getDecoder().decode(base64));
  }

  private static String line(String note, int number) {
    return note.lines().skip(number).findFirst().orElseThrow();
  }
}
