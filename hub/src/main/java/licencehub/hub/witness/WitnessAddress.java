package licencehub.hub.witness;

import java.net.URI;
import java.util.List;
import licencehub.ledger.WitnessKey;

/**
 * A witness as a hub knows it.
 *
 * @param name all its keys have
 * @param address what {@code add-checkpoint} is put behind
 * @param keys each must have cosigned
 */
public record WitnessAddress(String name, URI address, List<WitnessKey> keys) {
  public WitnessAddress {
    keys = List.copyOf(keys);
    if (keys.isEmpty() || keys.stream().anyMatch(it -> !it.name().equals(name))) {
      throw new IllegalArgumentException("the keys of a witness have its name");
    }
  }
}
