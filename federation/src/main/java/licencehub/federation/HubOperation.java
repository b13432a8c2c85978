package licencehub.federation;

import java.util.Arrays;
import java.util.Optional;

/** What hubs alone ask each other; everything else goes by its name in the OpenAPI document. */
public enum HubOperation {
  /** Which filter of its holders a hub has, and the pieces of it. */
  FILTER("filter"),
  /** What holders have, in the form exemptions are decided by. */
  HOLDINGS("holdings"),
  /** The newest checkpoint of the ledger, and that it continues an earlier one. */
  CHECKPOINT("checkpoint"),
  /** Cases that concern the asker's region, from a place in the ledger on. */
  EXCHANGE("exchange"),
  /** The list of those whom the hub's region trusts with seals. */
  ANCHORS("anchors");

  private final String wire;

  HubOperation(String wire) {
    this.wire = wire;
  }

  /** The word in messages and settings. */
  public String wire() {
    return wire;
  }

  public static Optional<HubOperation> find(String wire) {
    return Arrays.stream(values()).filter(it -> it.wire.equals(wire)).findFirst();
  }
}
