package licencehub.hub.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import licencehub.ledger.VerifierKey;
import licencehub.model.MalformedValue;
import licencehub.model.Text;

/** A file of a ledger's public keys, one a line, as {@code /api/v1/ledger/keys} tells them. */
final class LedgerKeys {
  /** The name it usually has. */
  static final String FILE = "ledger.keys";

  private LedgerKeys() {}

  /**
   * @throws MalformedValue when there is no key in it, or a damaged one
   */
  static List<VerifierKey> read(String file, byte[] bytes) {
    List<VerifierKey> read =
        new String(bytes, UTF_8)
            .lines()
            .filter(it -> !it.isBlank())
            .map(VerifierKey::parse)
            .toList();
    if (read.isEmpty()) {
      throw MalformedValue.of(
          Text.of("公钥文件", "file of keys"),
          file,
          Text.of("没有公钥", "holds no key"),
          "curl -s HUB/api/v1/ledger/keys > " + FILE);
    }
    return read;
  }
}
