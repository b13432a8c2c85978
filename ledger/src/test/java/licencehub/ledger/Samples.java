package licencehub.ledger;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import licencehub.model.Digest;
import licencehub.model.code.SourceId;
import licencehub.model.event.EventType;
import licencehub.model.ledger.LedgerEntry;

/** Entries and a signer whose key everybody knows. */
final class Samples {
  static final String ORIGIN = "hub.example/ledger";

  /** RFC 8032 section 7.1, test 1. */
  static final String SECRET = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";

  static final String PUBLIC = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";

  private static final String PKCS8 = "302e020100300506032b657004220420";

  private Samples() {}

  static CheckpointSigner signer(Path folder) {
    Path file = folder.resolve("known-key.pem");
    try {
      if (Files.notExists(file)) {
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, pem(), US_ASCII);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return CheckpointSigner.open(ORIGIN, file, new SecureRandom());
  }

  static String pem() {
    String key = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(PKCS8 + SECRET));
    return "-----BEGIN PRIVATE KEY-----\n" + key + "\n-----END PRIVATE KEY-----\n";
  }

  static List<LedgerEntry> entries(int begin, int end) {
    return IntStream.range(begin, end).mapToObj(Samples::entry).toList();
  }

  static LedgerEntry entry(int number) {
    byte[] content = ("content " + number).getBytes(UTF_8);
    return new LedgerEntry(
        new SourceId("sz-market-front"),
        "event-" + number,
        EventType.LICENCE_ISSUED,
        1,
        Digest.of(content),
        Digest.of(content, content),
        Instant.parse("2026-11-21T08:00:00Z").plusMillis(number));
  }
}
