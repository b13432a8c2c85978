package licencehub.hub.cli;

import licencehub.ledger.TlogProof;
import licencehub.model.Text;
import licencehub.model.ledger.LedgerEntry;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a bundle says of itself, held against the entry of the ledger. */
record BundleAbout(Marks marks) {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Text AGREES =
      Text.of("说明与条目一致", "what it says of itself agrees with the entry");
  private static final Text CONTRADICTS =
      Text.of("说明与条目不一致", "what it says of itself contradicts the entry");

  boolean passes(byte[] about, LedgerEntry entry, TlogProof proof) {
    try {
      JsonNode said = JSON.readTree(about);
      boolean agrees =
          said.path("source").asString("").equals(entry.source().text())
              && said.path("id").asString("").equals(entry.id())
              && said.path("type").asString("").equals(entry.type().wire())
              && said.path("ledgerIndex").asLong(-1) == proof.index()
              && proof.note().startsWith(said.path("hub").asString("?") + "\n");
      return marks.say(agrees, AGREES, CONTRADICTS);
    } catch (JacksonException e) {
      return marks.say(false, CONTRADICTS);
    }
  }
}
