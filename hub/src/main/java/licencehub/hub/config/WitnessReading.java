package licencehub.hub.config;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import licencehub.hub.witness.WitnessAddress;
import licencehub.ledger.WitnessKey;
import licencehub.model.Text;

/** Who witnesses the ledger. */
final class WitnessReading {
  private WitnessReading() {}

  static List<WitnessAddress> read(Tree witnesses) {
    return witnesses.items().stream().map(WitnessReading::witness).toList();
  }

  private static WitnessAddress witness(Tree witness) {
    List<WitnessKey> keys =
        witness.get("keys").items().stream().flatMap(WitnessReading::key).toList();
    return new WitnessAddress(
        keys.getFirst().name(), URI.create(witness.get("address").text()), keys);
  }

  /** Keys are whole, of one name each, and no witness stands twice. */
  static void check(Tree witnesses) {
    Set<String> names = new HashSet<>();
    for (Tree witness : witnesses.items()) {
      Tree keys = witness.get("keys");
      List<String> named =
          keys.items().stream()
              .flatMap(WitnessReading::key)
              .map(WitnessKey::name)
              .distinct()
              .toList();
      if (named.size() > 1) {
        keys.wrong(
            Text.of("公钥属于不同的见证人", "these keys are of different witnesses"),
            Text.of("每个见证人单列一项", "give each witness an entry of its own"));
      }
      if (named.stream().anyMatch(it -> !names.add(it))) {
        keys.wrong(Text.of("见证人重复", "this witness stands twice"), Text.of("只列一次", "name it once"));
      }
      if (!witness.get("address").text().matches("https?://[^/?#\\s]+[^?#\\s]*")) {
        witness
            .get("address")
            .wrong(
                Text.of("不是见证人的网址", "this is no address of a witness"),
                Text.of("例如 https://witness.example/", "for example https://witness.example/"));
      }
    }
  }

  private static Stream<WitnessKey> key(Tree key) {
    return Stream.ofNullable(key.value(WitnessKey::parse));
  }
}
